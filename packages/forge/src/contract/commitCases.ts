import assert from 'node:assert/strict';
import {
  commit,
  seed,
  SETTINGS,
  type ForgeContractCase,
  same,
} from './forgeUnderTest';

export const commitCases: readonly ForgeContractCase[] = [
  {
    name: 'one commit creates, changes and removes files',
    async run(host) {
      const { repo, head } = await seed(host);
      const { forge } = host;
      const result = await forge.commitFiles({
        repo,
        branch: 'main',
        expectedHead: head,
        message: 'three at once',
        author: { name: 'Ada', email: 'ada@example.test' },
        files: [
          { path: 'new/file.txt', content: 'new\n' },
          { path: 'README.md', content: 'changed' },
          { path: 'deploy/settings.yaml', content: undefined },
        ],
      });
      assert.equal(result.outcome, 'committed');
      const now = await forge.branchHead(repo, 'main');
      assert.equal('commitId' in result && result.commitId, now);
      same(await forge.listFiles(repo, { ref: 'main', under: '' }), [
        'README.md',
        'new/file.txt',
      ]);
    },
  },
  {
    name: 'files that are as asked make no commit',
    async run(host) {
      const { repo, head } = await seed(host);
      const result = await host.forge.commitFiles({
        repo,
        branch: 'main',
        message: 'again',
        files: [
          { path: 'deploy/settings.yaml', content: SETTINGS },
          { path: 'never/was.txt', content: undefined },
        ],
      });
      same(result, { outcome: 'unchanged', commitId: head });
      assert.equal(await host.forge.branchHead(repo, 'main'), head);
    },
  },
  {
    name: 'a branch that moved on is left alone',
    async run(host) {
      const { repo, head } = await seed(host);
      const moved = await commit(host.reviewer, repo, {
        branch: 'main',
        files: { 'other.txt': 'meanwhile' },
      });
      const result = await host.forge.commitFiles({
        repo,
        branch: 'main',
        expectedHead: head,
        message: 'too late',
        files: [{ path: 'late.txt', content: 'x' }],
      });
      same(result, { outcome: 'headMoved', head: moved });
      assert.equal(await host.forge.branchHead(repo, 'main'), moved);
    },
  },
  {
    name: 'a new branch starts at its base, and leaves it alone',
    async run(host) {
      const { repo, head } = await seed(host);
      const made = await commit(host.forge, repo, {
        branch: 'promote/demo/stage',
        base: 'main',
        files: { 'deploy/settings.yaml': 'image: two\n' },
      });
      assert.notEqual(made, head);
      const { forge } = host;
      assert.equal(await forge.branchHead(repo, 'main'), head);
      assert.equal(await forge.branchHead(repo, 'promote/demo/stage'), made);
      const kept = { ref: 'promote/demo/stage', path: 'README.md' };
      assert.ok(await forge.readFile(repo, kept));
    },
  },
  {
    name: 'a new branch whose base moved on is not made',
    async run(host) {
      const { repo, head } = await seed(host);
      const moved = await commit(host.forge, repo, {
        branch: 'main',
        files: { 'other.txt': 'meanwhile' },
      });
      const result = await host.forge.commitFiles({
        repo,
        branch: 'promote/demo/stage',
        base: 'main',
        expectedHead: head,
        message: 'too late',
        files: [{ path: 'late.txt', content: 'x' }],
      });
      same(result, { outcome: 'headMoved', head: moved });
      assert.equal(
        await host.forge.branchHead(repo, 'promote/demo/stage'),
        undefined,
      );
    },
  },
  {
    name: 'a branch of ours starts over from its base, with the head we knew',
    async run(host) {
      const { repo } = await seed(host);
      const { forge } = host;
      const branch = 'promote/demo/stage';
      const old = await commit(forge, repo, {
        branch,
        base: 'main',
        files: { 'deploy/settings.yaml': 'image: two\n' },
      });
      await commit(forge, repo, {
        branch: 'main',
        files: { 'deploy/settings.yaml': 'image: hotfix\n' },
      });
      const again = {
        repo,
        branch,
        base: 'main',
        startOver: true,
        message: 'once more',
        files: [{ path: 'deploy/settings.yaml', content: 'image: three\n' }],
      };
      const blind = await forge.commitFiles({
        ...again,
        expectedHead: '0'.repeat(40),
      });
      same(blind, { outcome: 'headMoved', head: old });
      const result = await forge.commitFiles({ ...again, expectedHead: old });
      assert.equal(result.outcome, 'committed');
      const opened = await forge.openChange({
        repo,
        head: branch,
        base: 'main',
        title: 'x',
        body: 'x',
      });
      assert.ok('change' in opened);
      const merged = await forge.mergeChange(repo, opened.change.number, {
        expectedHead: opened.change.head.commit,
        method: 'merge',
      });
      assert.equal(merged.outcome, 'merged');
    },
  },
  {
    name: 'who may not write, or a repository that is not there, is refused',
    async run(host) {
      const { repo } = await seed(host);
      const files = [{ path: 'x', content: 'x' }];
      const change = { branch: 'main', message: 'no', files };
      for (const [forge, place] of [
        [host.stranger, repo],
        [host.forge, host.newRepo()],
      ] as const) {
        const result = await forge.commitFiles({ repo: place, ...change });
        assert.equal(result.outcome, 'forbidden');
      }
    },
  },
  {
    name: 'a branch is deleted once, and again without complaint',
    async run(host) {
      const { repo } = await seed(host);
      await commit(host.forge, repo, {
        branch: 'promote/demo/stage',
        base: 'main',
        files: { a: 'b' },
      });
      await host.forge.deleteBranch(repo, 'promote/demo/stage');
      await host.forge.deleteBranch(repo, 'promote/demo/stage');
      const head = await host.forge.branchHead(repo, 'promote/demo/stage');
      assert.equal(head, undefined);
    },
  },
];
