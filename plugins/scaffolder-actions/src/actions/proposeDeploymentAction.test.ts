import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMemoryForge, type Forge } from '@baremetal/forge';
import { parseServiceSpec } from '@baremetal/golden-path';
import { fakeBaremetal, platform } from '../__testUtils__/fakes';
import { runAction } from '../__testUtils__/runAction';
import { answers } from './planServiceAction.examples';
import { createProposeDeploymentAction } from './proposeDeploymentAction';

const workspace = createMockDirectory();
const repo = { owner: 'shop', name: 'orders' };
const gitops = platform.platformRepo;
const BRANCH = 'baremetal/add-deployment';

const parsed = parseServiceSpec({
  ...answers,
  image: { repository: 'registry.example/shop/orders' },
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
const { spec } = parsed;

const ENTRY = `# The orders of the shop.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orders
spec: { type: service, owner: team-shop, lifecycle: production }
`;
const TEAMS: Record<string, string> = {
  'catalog-info.yaml': ENTRY,
  'src/main.py': 'print("orders")\n',
  'README.md': '# Orders\n',
  '.github/CODEOWNERS': '* @shop/team\n',
};

async function forgeWith(files = TEAMS): Promise<Forge> {
  const forge = createMemoryForge();
  for (const [ref, content] of [
    [repo, files],
    [gitops, { 'apps/README.md': 'apps' }],
  ] as const) {
    await forge.createRepository({
      repo: ref,
      description: '',
      private: true,
      defaultBranch: 'main',
    });
    await write(forge, ref, content);
  }
  return forge;
}

function write(forge: Forge, to: typeof repo, files: Record<string, string>) {
  return forge.commitFiles({
    repo: to,
    branch: 'main',
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    message: 'by hand',
  });
}

const propose = (
  forge: Forge,
  options: {
    isDryRun?: boolean;
    checkpoint?: Parameters<typeof runAction>[1]['checkpoint'];
  } = {},
) =>
  runAction(
    createProposeDeploymentAction({
      forge: () => forge,
      baremetal: fakeBaremetal(),
    }),
    { input: { spec }, workspacePath: workspace.path, ...options },
  );

const textOf = async (forge: Forge, path: string, ref = BRANCH) =>
  (await forge.readFile(repo, { ref, path }))?.text;

async function mergeAll(forge: Forge) {
  for (const ref of [repo, gitops]) {
    for (const change of await forge.findChanges(ref, { state: 'open' })) {
      await forge.mergeChange(ref, change.number, {
        expectedHead: change.head.commit,
        method: 'merge',
      });
    }
  }
}

beforeEach(() => workspace.clear());

describe('baremetal:deployment:propose', () => {
  it('adds what deploys the service, and changes no line of the team', async () => {
    const forge = await forgeWith();
    const output = await propose(forge);
    expect(output).toEqual({
      outcome: 'proposed',
      changeUrl: expect.stringContaining('/shop/orders/'),
      registrationUrl: expect.stringContaining('/platform/gitops/'),
    });
    const files = await forge.listFiles(repo, { ref: BRANCH, under: '' });
    const added = files.filter(path => !(path in TEAMS));
    expect(added).toContain('deploy/overlays/prod/kustomization.yaml');
    expect(
      added.filter(path => !/^(deploy|argocd|\.baremetal)\//.test(path)),
    ).toEqual([]);
    expect(await textOf(forge, 'catalog-info.yaml')).toBe(
      ENTRY.replace(
        'name: orders\n',
        `name: orders
  annotations:
    backstage.io/kubernetes-id: orders
    baremetal.dev/repository: shop/orders
    baremetal.dev/environments: dev,stage,prod
    argocd/app-selector: backstage.io/entity=orders
`,
      ),
    );
    expect(await textOf(forge, 'src/main.py')).toBe(TEAMS['src/main.py']);
    const [change] = await forge.findChanges(repo, { state: 'open' });
    expect(change!.body).toContain(
      'be pushed as `registry.example/shop/orders:0.1.0` before the first sync',
    );
  });

  it('registers it by a second pull request, to be merged after the first', async () => {
    const forge = await forgeWith();
    const { changeUrl } = await propose(forge);
    const [change] = await forge.findChanges(gitops, { state: 'open' });
    expect(change!.title).toBe('Register orders');
    expect(change!.body).toContain(`Merge ${changeUrl} first`);
    expect(
      await forge.listFiles(gitops, {
        ref: 'baremetal/register-orders',
        under: 'apps/orders',
      }),
    ).toEqual(['apps/orders/applicationset.yaml', 'apps/orders/project.yaml']);
    expect(await forge.listFiles(gitops, { ref: 'main', under: '' })).toEqual([
      'apps/README.md',
    ]);
  });

  it('run again finds what it proposed, and proposes nothing that was merged', async () => {
    const forge = await forgeWith();
    const first = await propose(forge);
    expect(await propose(forge)).toEqual({ ...first, outcome: 'updated' });
    await mergeAll(forge);
    expect(await propose(forge)).toEqual({ outcome: 'unchanged' });
  });

  it('makes nothing twice when only its second half is run again', async () => {
    const forge = await forgeWith();
    const done = new Map<string, unknown>();
    const checkpoint = async ({
      key,
      fn,
    }: {
      key: string;
      fn: () => unknown;
    }) => {
      if (!done.has(key)) done.set(key, await fn());
      return done.get(key);
    };
    await propose(forge, { checkpoint });
    await propose(forge, { checkpoint });
    expect([...done.keys()]).toEqual([
      'propose-deployment-orders',
      'propose-registration-orders',
    ]);
  });

  it('gives owners and an entry to a repository without', async () => {
    const forge = await forgeWith({ 'main.py': '' });
    await propose(forge);
    expect(await textOf(forge, 'CODEOWNERS')).toContain('@shop/team-shop');
    expect(await textOf(forge, 'catalog-info.yaml')).toContain(
      'kind: Component',
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'files of its own',
      { ...TEAMS, 'deploy/base/kustomization.yaml': 'resources: []\n' },
      /shop\/orders has files of its own where the deployment belongs: deploy\/base\/kustomization\.yaml\. Move or remove them/,
    ],
    [
      'other answers',
      { ...TEAMS, '.baremetal/golden-path.yaml': 'spec: {}\n' },
      /is deployed by the golden path already, from other answers/,
    ],
    [
      'an entry of another name',
      {
        ...TEAMS,
        'catalog-info.yaml': ENTRY.replace('name: orders', 'name: shop'),
      },
      /catalog-info\.yaml: it holds no Component with the name orders; name the service shop/,
    ],
  ])('leaves a repository with %s alone', async (_, files, message) => {
    const forge = await forgeWith(files);
    await expect(propose(forge)).rejects.toThrow(message);
    expect(await forge.branchHead(repo, BRANCH)).toBeUndefined();
    expect(await forge.findChanges(gitops, { state: 'all' })).toEqual([]);
  });

  it("does not take over another service's registration", async () => {
    const forge = await forgeWith();
    await write(forge, gitops, { 'apps/orders/project.yaml': 'theirs' });
    await expect(propose(forge)).rejects.toThrow(/belongs to another service/);
  });

  it('writes to the workspace only in a dry run', async () => {
    const forge = await forgeWith();
    expect(await propose(forge, { isDryRun: true })).toEqual({
      outcome: 'wouldPropose',
    });
    expect(await forge.branchHead(repo, BRANCH)).toBeUndefined();
    expect(Object.keys(workspace.content() as object)).toEqual(
      expect.arrayContaining(['deploy', 'argocd', '.baremetal']),
    );
  });
});
