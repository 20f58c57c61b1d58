import { readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMemoryForge, type Forge } from '@baremetal/forge';
import { parseServiceSpec, planService } from '@baremetal/golden-path';
import { fakeBaremetal, platform } from '../__testUtils__/fakes';
import { runAction } from '../__testUtils__/runAction';
import { createGenerateManifestsAction } from './generateManifestsAction';
import { answers } from './planServiceAction.examples';
import { createPublishRepositoryAction } from './publishRepositoryAction';
import { createRegisterArgocdAction } from './registerArgocdAction';
import { createValidateManifestsAction } from './validateManifestsAction';

const workspace = createMockDirectory();
const baremetal = fakeBaremetal();
const repo = { owner: 'shop', name: 'orders' };
const gitops = platform.platformRepo;

function parsed(wrong: object = {}) {
  const result = parseServiceSpec({
    ...answers,
    image: { repository: 'registry.example/shop/orders' },
    ...wrong,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.spec;
}
const spec = parsed();

async function seededForge(): Promise<Forge> {
  const forge = createMemoryForge();
  await forge.createRepository({
    repo: gitops,
    description: '',
    private: true,
    defaultBranch: 'main',
  });
  await forge.commitFiles({
    repo: gitops,
    branch: 'main',
    files: [{ path: 'apps/README.md', content: 'apps' }],
    message: 'start',
  });
  return forge;
}

beforeEach(async () => {
  workspace.clear();
  workspace.setContent({ 'src/main.ts': 'console.log(1);\n' });
  await runAction(createGenerateManifestsAction({ baremetal }), {
    input: { spec },
    workspacePath: workspace.path,
  });
});

describe('baremetal:manifests:generate', () => {
  it('writes the bytes that the plan shows', () => {
    const { files } = planService(spec, platform);
    for (const [path, text] of files) {
      expect(readFileSync(workspace.resolve(path), 'utf8')).toBe(text);
    }
  });

  it('refuses what the form would refuse', async () => {
    await expect(
      runAction(createGenerateManifestsAction({ baremetal }), {
        input: { spec: { ...spec, disruption: { maxUnavailable: 0 } } },
        workspacePath: workspace.path,
      }),
    ).rejects.toThrow(/AV01/);
  });
});

describe('baremetal:manifests:validate', () => {
  const action = createValidateManifestsAction({ baremetal });
  const run = () =>
    runAction(action, { input: { spec }, workspacePath: workspace.path });

  it('counts what each overlay renders to', async () => {
    const { objects } = await run();
    expect(objects).toBeGreaterThan(20);
  });

  it('finds what somebody changed in the workspace', async () => {
    workspace.addContent({
      'deploy/overlays/prod/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
    });
    await expect(run()).rejects.toThrow(/KU04/);
  });
});

describe('baremetal:repository:publish', () => {
  const publish = (forge: Forge, options: { isDryRun?: boolean } = {}) =>
    runAction(createPublishRepositoryAction({ forge: () => forge }), {
      input: { spec },
      workspacePath: workspace.path,
      ...options,
    });

  it('pushes everything in one commit, and finds it again on a second run', async () => {
    const forge = await seededForge();
    const first = await publish(forge);
    expect(first).toMatchObject({
      webUrl: expect.stringContaining('shop/orders'),
      catalogInfoUrl: expect.stringContaining(
        '/src/branch/main/catalog-info.yaml',
      ),
    });
    expect(await forge.listFiles(repo, { ref: 'main', under: '' })).toEqual(
      expect.arrayContaining([
        'src/main.ts',
        'catalog-info.yaml',
        '.baremetal/golden-path.yaml',
      ]),
    );
    const second = await publish(forge);
    expect(second.commit).toBe(first.commit);
  });

  it('makes it on the branch that is deployed', async () => {
    const forge = await seededForge();
    const on = parsed({ repo: { ...spec.repo, defaultBranch: 'rel/c#' } });
    const { catalogInfoUrl } = await runAction(
      createPublishRepositoryAction({ forge: () => forge }),
      { input: { spec: on }, workspacePath: workspace.path },
    );
    expect(catalogInfoUrl).toMatch(/\/src\/branch\/rel\/c%23\/catalog-info/);
    expect(await forge.findRepository(repo)).toMatchObject({
      defaultBranch: 'rel/c#',
      empty: false,
    });
    expect(await forge.branchHead(repo, 'rel/c#')).toBeDefined();
  });

  it("leaves somebody else's repository alone", async () => {
    const forge = await seededForge();
    await forge.createRepository({
      repo,
      description: '',
      private: true,
      defaultBranch: 'main',
    });
    await forge.commitFiles({
      repo,
      branch: 'main',
      files: [{ path: 'README.md', content: 'ours' }],
      message: 'start',
    });
    await expect(publish(forge)).rejects.toThrow(/shop\/orders exists already/);
    expect(await forge.listFiles(repo, { ref: 'main', under: '' })).toEqual([
      'README.md',
    ]);
  });

  it('touches nothing in a dry run', async () => {
    const forge = await seededForge();
    await publish(forge, { isDryRun: true });
    expect(await forge.branchHead(repo, 'main')).toBeUndefined();
  });
});

describe('baremetal:argocd:register', () => {
  const register = (forge: Forge) =>
    runAction(createRegisterArgocdAction({ forge: () => forge, baremetal }), {
      input: { spec },
      workspacePath: workspace.path,
    });

  it("commits the service's Argo CD objects, once", async () => {
    const forge = await seededForge();
    const { commit } = await register(forge);
    expect(
      await forge.listFiles(gitops, { ref: 'main', under: 'apps/orders' }),
    ).toEqual(['apps/orders/applicationset.yaml', 'apps/orders/project.yaml']);
    expect((await register(forge)).commit).toBe(commit);
  });

  it('tries again on the new head when somebody committed meanwhile', async () => {
    const forge = await seededForge();
    let others = 2;
    const busy = replacing(forge, {
      commitFiles: async (input, options) => {
        if (others > 0) {
          others -= 1;
          await forge.commitFiles({
            repo: gitops,
            branch: 'main',
            files: [{ path: `apps/other-${others}.yaml`, content: 'x' }],
            message: 'meanwhile',
          });
        }
        return forge.commitFiles(input, options);
      },
    });
    await register(busy);
    expect(
      await forge.listFiles(gitops, { ref: 'main', under: 'apps' }),
    ).toEqual(
      expect.arrayContaining([
        'apps/other-0.yaml',
        'apps/other-1.yaml',
        'apps/orders/project.yaml',
      ]),
    );
  });

  it("does not take over another service's folder", async () => {
    const forge = await seededForge();
    await forge.commitFiles({
      repo: gitops,
      branch: 'main',
      files: [{ path: 'apps/orders/project.yaml', content: 'theirs' }],
      message: 'theirs',
    });
    await expect(register(forge)).rejects.toThrow(/belongs to another service/);
  });

  it('says when the token may not write', async () => {
    const forge = await seededForge();
    const powerless = replacing(forge, {
      commitFiles: async () => ({ outcome: 'forbidden', reason: 'read only' }),
    });
    await expect(register(powerless)).rejects.toThrow(
      /may not be written: read only/,
    );
  });
});

/** The same host, with some calls answered by the test. */
function replacing(forge: Forge, own: Partial<Forge>): Forge {
  return new Proxy(forge, {
    get(target, key) {
      const value = Reflect.get(key in own ? own : target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
