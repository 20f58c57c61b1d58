import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMemoryForge, type Forge } from '@baremetal/forge';
import { onBranch, parseServiceSpec } from '@baremetal/golden-path';
import { parse } from 'yaml';
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

async function forgeWith(files = TEAMS, branch = 'main'): Promise<Forge> {
  const forge = createMemoryForge();
  for (const [ref, content, defaultBranch] of [
    [repo, files, branch],
    [gitops, { 'apps/README.md': 'apps' }, 'main'],
  ] as const) {
    await forge.createRepository({
      repo: ref,
      description: '',
      private: true,
      defaultBranch,
    });
    await write(forge, ref, content, defaultBranch);
  }
  return forge;
}

async function write(
  forge: Forge,
  to: typeof repo,
  files: Record<string, string>,
  branch = 'main',
) {
  if (Object.keys(files).length === 0) return;
  await forge.commitFiles({
    repo: to,
    branch,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    message: 'by hand',
  });
}

const propose = (
  forge: Forge,
  options: {
    spec?: typeof spec;
    isDryRun?: boolean;
    checkpoint?: Parameters<typeof runAction>[1]['checkpoint'];
  } = {},
) => {
  const { spec: asked = spec, ...rest } = options;
  return runAction(
    createProposeDeploymentAction({
      forge: () => forge,
      baremetal: fakeBaremetal(),
    }),
    { input: { spec: asked }, workspacePath: workspace.path, ...rest },
  );
};

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

  it('follows the default branch that the Git host names', async () => {
    const forge = await forgeWith(TEAMS, 'release/1.x');
    await propose(forge);
    const [change] = await forge.findChanges(repo, { state: 'open' });
    expect(change!.base.branch).toBe('release/1.x');
    const [registration] = await forge.findChanges(gitops, { state: 'open' });
    expect(registration!.base.branch).toBe('main');
    const ref = 'baremetal/register-orders';
    const path = 'apps/orders/applicationset.yaml';
    const set = (await forge.readFile(gitops, { ref, path }))?.text ?? '';
    expect(set).toBe(await textOf(forge, 'argocd/applicationset.yaml'));
    expect(parse(set).spec.template.spec.source.targetRevision).toBe(
      'release/1.x',
    );
    const lock = await textOf(forge, '.baremetal/golden-path.yaml');
    expect(parse(lock ?? '').spec.repo).toEqual({
      ...spec.repo,
      defaultBranch: 'release/1.x',
    });
    expect(await textOf(forge, 'catalog-info.yaml')).toContain(
      'baremetal.dev/branch: release/1.x',
    );
    await mergeAll(forge);
    expect(await propose(forge)).toEqual({ outcome: 'unchanged' });
    expect(await forge.branchHead(repo, 'main')).toBeUndefined();
  });

  it('takes the branch that was answered when it is the same, and changes nothing else', async () => {
    const told = await forgeWith();
    const asked = await forgeWith();
    const main = { ...spec, repo: { ...spec.repo, defaultBranch: 'main' } };
    await propose(told, { spec: main });
    await propose(asked);
    for (const path of await asked.listFiles(repo, {
      ref: BRANCH,
      under: '',
    })) {
      expect(await textOf(told, path)).toBe(await textOf(asked, path));
    }
  });

  it.each<[string, Promise<Forge>, RegExp]>([
    [
      'another default branch than the answered one',
      forgeWith(TEAMS, 'master'),
      /repo\.defaultBranch is trunk, and the default branch of shop\/orders is master\. Leave the answer out/,
    ],
    [
      'no commit yet',
      forgeWith({}, 'trunk'),
      /shop\/orders holds no commit yet\. Push a first one to trunk/,
    ],
  ])('leaves a repository alone that has %s', async (_, made, message) => {
    const forge = await made;
    const asked = onBranch(spec, 'trunk');
    await expect(propose(forge, { spec: asked })).rejects.toThrow(message);
    expect(await forge.findChanges(repo, { state: 'all' })).toEqual([]);
  });

  it.each([BRANCH, 'baremetal'])(
    'does not write to a default branch named %s',
    async branch => {
      const forge = await forgeWith(TEAMS, branch);
      const head = await forge.branchHead(repo, branch);
      await expect(propose(forge)).rejects.toThrow(
        `is put on the branch ${BRANCH}, which cannot stand beside the branch ${branch}. Rename`,
      );
      expect(await forge.branchHead(repo, branch)).toBe(head);
    },
  );

  it('says that there is no such repository', async () => {
    await expect(propose(createMemoryForge())).rejects.toThrow(
      /There is no repository shop\/orders on the Git host/,
    );
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
