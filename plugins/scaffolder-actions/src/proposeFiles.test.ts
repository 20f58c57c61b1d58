import { createMemoryForge, type Forge } from '@baremetal/forge';
import { proposeFiles } from './proposeFiles';

const repo = { owner: 'platform', name: 'gitops' };
const at = { repo, base: 'main', branch: 'baremetal/pool-compute' };

const write = (forge: Forge, files: Record<string, string | undefined>) =>
  forge.commitFiles({
    repo,
    branch: 'main',
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    message: 'by hand',
  });

async function forgeWith(files: Record<string, string>): Promise<Forge> {
  const forge = createMemoryForge();
  await forge.createRepository({
    repo,
    description: '',
    private: true,
    defaultBranch: 'main',
  });
  await write(forge, files);
  return forge;
}

const propose = (forge: Forge, files: Record<string, string | undefined>) =>
  proposeFiles(forge, at, async () => ({
    title: 'Add it',
    body: `${Object.keys(files)}`,
    files: new Map(Object.entries(files)),
  }));

const onBranch = (forge: Forge) =>
  forge.listFiles(repo, { ref: at.branch, under: '' });

it('opens one pull request with what differs, and finds it again', async () => {
  const forge = await forgeWith({ 'a.yaml': 'a', 'old.yaml': 'old' });
  const files = { 'a.yaml': 'a', 'b.yaml': 'b', 'old.yaml': undefined };
  const first = await propose(forge, files);
  expect(first).toMatchObject({
    outcome: 'proposed',
    change: { title: 'Add it', state: 'open', base: { branch: 'main' } },
  });
  expect(await onBranch(forge)).toEqual(['a.yaml', 'b.yaml']);
  const head = await forge.branchHead(repo, at.branch);
  expect(await propose(forge, files)).toMatchObject({ outcome: 'updated' });
  expect(await forge.branchHead(repo, at.branch)).toBe(head);
  expect(await forge.findChanges(repo, { state: 'all' })).toHaveLength(1);
});

it('throws away what an earlier proposal left', async () => {
  const forge = await forgeWith({ 'a.yaml': 'a' });
  await propose(forge, { 'b.yaml': 'b' });
  expect(await propose(forge, { 'b.yaml': 'b', 'c.yaml': 'c' })).toMatchObject({
    outcome: 'updated',
  });
  expect(await onBranch(forge)).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  expect(await propose(forge, { 'c.yaml': 'c' })).toMatchObject({
    outcome: 'updated',
    change: { number: 1, body: expect.stringMatching(/^c.yaml\n/) },
  });
  expect(await onBranch(forge)).toEqual(['a.yaml', 'c.yaml']);
});

it('leaves alone what somebody else proposes from that branch', async () => {
  const forge = await forgeWith({ 'a.yaml': 'a' });
  await forge.commitFiles({
    repo,
    branch: at.branch,
    base: 'main',
    files: [{ path: 'mine.yaml', content: 'mine' }],
    message: 'by hand',
  });
  await forge.openChange({
    repo,
    head: at.branch,
    base: 'main',
    title: 'Mine',
    body: '',
  });
  await expect(propose(forge, { 'b.yaml': 'b' })).rejects.toThrow(
    /Pull request 1 .* was not opened here; close it first/,
  );
});

it('opens nothing when the base says it already', async () => {
  const forge = await forgeWith({ 'a.yaml': 'a' });
  expect(await propose(forge, { 'a.yaml': 'a', 'b.yaml': undefined })).toEqual({
    outcome: 'unchanged',
  });
  expect(await forge.findChanges(repo, { state: 'all' })).toEqual([]);
});

it('is made again on a base that moved', async () => {
  const forge = await forgeWith({ 'a.yaml': 'a' });
  let asked = 0;
  const { outcome } = await proposeFiles(forge, at, async baseCommit => {
    asked += 1;
    if (asked === 1) await write(forge, { 'x.yaml': 'meanwhile' });
    return { title: 't', body: 'b', files: new Map([['b.yaml', baseCommit]]) };
  });
  expect({ outcome, asked }).toEqual({ outcome: 'proposed', asked: 2 });
  expect(await onBranch(forge)).toEqual(['a.yaml', 'b.yaml', 'x.yaml']);
});

it('says when it may not read the repository', async () => {
  const forge = createMemoryForge();
  await forge.createRepository({
    repo,
    description: '',
    private: true,
    defaultBranch: 'main',
  });
  await expect(propose(forge, {})).rejects.toThrow(
    'platform/gitops has no branch main, or this token may not read it',
  );
  await expect(propose(createMemoryForge(), {})).rejects.toThrow(
    /platform\/gitops does not hold it/,
  );
});
