import { readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { FitAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { createMemoryForge, type Forge } from '@baremetal/forge';
import { parse } from 'yaml';
import { fakeBaremetal, platform } from '../__testUtils__/fakes';
import { runAction } from '../__testUtils__/runAction';
import { createProposePoolAction } from './proposePoolAction';
import { examples, poolAnswers } from './proposePoolAction.examples';

const workspace = createMockDirectory();
const repo = platform.platformRepo;
const branch = 'baremetal/pool-compute';

async function platformForge(): Promise<Forge> {
  const forge = createMemoryForge();
  await forge.createRepository({
    repo,
    description: '',
    private: true,
    defaultBranch: 'main',
  });
  await forge.commitFiles({
    repo,
    branch: 'main',
    files: [{ path: 'apps/README.md', content: 'apps' }],
    message: 'start',
  });
  return forge;
}

/** Machines of the class in production, and a cluster in stage that does not answer. */
function live(domains: readonly string[]): FitAnswer {
  return {
    environments: [
      {
        environment: 'prod',
        reading: {
          ok: true,
          cluster: 'prod',
          observedAt: '2026-11-28T12:00:00Z',
          value: {
            storageClasses: [],
            hardwareClasses: [
              {
                name: 'compute',
                nodes: 6,
                domains,
                largestNode: { cpuMillis: 32_000, memoryBytes: 2 ** 37 },
                fitsNow: 9,
                fitsAfterNodeLoss: 6,
              },
            ],
          },
        },
      },
    ],
  };
}

const propose = (
  forge: Forge,
  options: {
    input?: object;
    domains?: readonly string[];
    isDryRun?: boolean;
  } = {},
) =>
  runAction(
    createProposePoolAction({
      forge: () => forge,
      baremetal: fakeBaremetal({
        fit: async () => live(options.domains ?? ['a', 'b', 'c']),
      }),
    }),
    {
      input: options.input ?? { answers: poolAnswers },
      workspacePath: workspace.path,
      isDryRun: options.isDryRun,
    },
  );

beforeEach(() => workspace.clear());

describe('baremetal:pool:propose', () => {
  it('runs its example: one pull request, however often it is asked', async () => {
    const forge = await platformForge();
    const { input } = parse(examples[0]!.example).steps[0];
    const first = await propose(forge, { input });
    expect(first).toMatchObject({
      outcome: 'proposed',
      changeUrl: expect.stringContaining('platform/gitops'),
    });
    expect(await forge.listFiles(repo, { ref: branch, under: '' })).toEqual(
      ['apps/README.md', ...(first.files as string[])].sort(),
    );
    const [change] = await forge.findChanges(repo, { state: 'open' });
    expect(change!.body).toContain(
      '- storage class `nvme-r2`: 2 copies on the storage pool `nvme`',
    );
    expect(change!.body).toContain(
      '- PL05, because no machine of the class compute is known in stage',
    );
    expect(await propose(forge, { input })).toMatchObject({
      outcome: 'updated',
      changeUrl: first.changeUrl,
    });
    expect(await forge.branchHead(repo, branch)).toBe(change!.head.commit);
  });

  it('takes away what is not answered any more, and proposes nothing twice', async () => {
    const forge = await platformForge();
    await propose(forge);
    const [change] = await forge.findChanges(repo, { state: 'open' });
    await forge.mergeChange(repo, change!.number, {
      expectedHead: change!.head.commit,
      method: 'merge',
    });
    expect(await propose(forge)).toMatchObject({ outcome: 'unchanged' });
    const { reserve: _, ...without } = poolAnswers;
    await propose(forge, { input: { answers: without } });
    expect(
      await forge.readFile(repo, {
        ref: branch,
        path: 'pools/compute/reserve.yaml',
      }),
    ).toBeUndefined();
  });

  it('writes to the workspace only in a dry run', async () => {
    const forge = await platformForge();
    expect(await propose(forge, { isDryRun: true })).toMatchObject({
      outcome: 'wouldPropose',
    });
    expect(await forge.branchHead(repo, branch)).toBeUndefined();
    expect(
      readFileSync(
        workspace.resolve('pools/compute/storageclass-nvme-r2.yaml'),
        'utf8',
      ),
    ).toContain('WaitForFirstConsumer');
  });

  it('refuses what no cluster could keep', async () => {
    const forge = await platformForge();
    const wrong = propose(forge, { domains: ['a'] });
    await expect(wrong).rejects.toThrow(
      /This pool cannot be proposed:\n- PL04 storageClasses\.0\.copies: .* in prod stand in 1/,
    );
    expect(await forge.branchHead(repo, branch)).toBeUndefined();
  });

  it('wants warnings to be acknowledged, and says them to the reviewer', async () => {
    const forge = await platformForge();
    await expect(propose(forge, { domains: ['a', 'b'] })).rejects.toThrow(
      /PL04/,
    );
    await propose(forge, {
      domains: ['a', 'b'],
      input: { answers: poolAnswers, acknowledged: ['PL04'] },
    });
    const [change] = await forge.findChanges(repo, { state: 'open' });
    expect(change!.body).toContain('- PL04 (prod): The tie-breaker of nvme-r2');
  });

  it('takes what a form left empty for not answered', async () => {
    const [first] = poolAnswers.storageClasses;
    const { files } = await propose(await platformForge(), {
      isDryRun: true,
      input: {
        answers: {
          ...poolAnswers,
          hardwareClass: '',
          storageClasses: [{ ...first, differentBy: '' }],
          reserve: { cpu: '' },
          images: [],
          fullAt: null,
        },
      },
    });
    expect(files).not.toContain('pools/compute/reserve.yaml');
  });

  it('names every answer that is not well formed', async () => {
    await expect(
      propose(await platformForge(), {
        input: {
          answers: { name: 'Compute', environments: [], reserve: {} },
        },
      }),
    ).rejects.toThrow(/name: [\s\S]*environments/);
  });
});
