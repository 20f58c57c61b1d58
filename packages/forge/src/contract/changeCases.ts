import assert from 'node:assert/strict';
import { ForgeError } from '../forgeError';
import {
  commit,
  openDemoChange,
  seed,
  type ForgeContractCase,
  same,
} from './forgeUnderTest';

const MARKER = '<!-- baremetal: {"id":"p-1","sig":"ä+/="} -->';

export const changeCases: readonly ForgeContractCase[] = [
  {
    name: 'a change says what it is, and keeps hidden comments in its body',
    async run(host) {
      const { repo, head } = await seed(host);
      const opened = await openDemoChange(host, repo, `Words\n\n${MARKER}\n`);
      const change = await host.forge.getChange(repo, opened.number);
      const branch = 'promote/demo/stage';
      const headCommit = await host.forge.branchHead(repo, branch);
      assert.equal(change?.state, 'open');
      assert.equal(change?.title, 'demo: dev → stage');
      assert.ok(change?.body.includes(MARKER));
      same(change?.head, { branch, commit: headCommit });
      same(change?.base, { branch: 'main', commit: head });
      assert.ok(change?.url.includes(`/pulls/${opened.number}`));
      assert.ok(Date.parse(change?.createdAt ?? '') > 0);
      assert.equal(change?.mergedAt, undefined);
    },
  },
  {
    name: 'opening it again finds it',
    async run(host) {
      const { repo } = await seed(host);
      const { number } = await openDemoChange(host, repo);
      const again = await host.forge.openChange({
        repo,
        head: 'promote/demo/stage',
        base: 'main',
        title: 'another title',
        body: 'another body',
      });
      assert.equal(again.outcome, 'existing');
      assert.equal('change' in again && again.change.number, number);
      assert.equal('change' in again && again.change.body, 'please');
    },
  },
  {
    name: 'a change from a branch that is not there is refused',
    async run(host) {
      const { repo } = await seed(host);
      const wanted = { repo, base: 'main', title: 't', body: 'b' };
      const result = await host.forge.openChange({ ...wanted, head: 'nope' });
      assert.equal(result.outcome, 'forbidden');
    },
  },
  {
    name: 'labels are put on, and made when they are missing',
    async run(host) {
      const { repo } = await seed(host);
      await commit(host.forge, repo, {
        branch: 'b',
        base: 'main',
        files: { a: 'b' },
      });
      const wanted = { repo, head: 'b', base: 'main', title: 't', body: 'b' };
      const opened = await host.forge.openChange({
        ...wanted,
        labels: ['promotion', 'image-only'],
      });
      assert.ok('change' in opened);
      const labels = [...opened.change.labels].sort();
      same(
        host.forge.capabilities().labels ? labels : opened.notSupported,
        host.forge.capabilities().labels
          ? ['image-only', 'promotion']
          : ['labels'],
      );
    },
  },
  {
    name: 'changes are found by the prefix of their branch and by state',
    async run(host) {
      const { repo } = await seed(host);
      const { forge } = host;
      const first = await openDemoChange(host, repo);
      await commit(forge, repo, {
        branch: 'feature/x',
        base: 'main',
        files: { x: 'x' },
      });
      const other = { repo, head: 'feature/x', base: 'main', title: 'x' };
      await forge.openChange({ ...other, body: 'x' });
      const find = async (state: 'open' | 'closed' | 'merged' | 'all') =>
        (await forge.findChanges(repo, { headPrefix: 'promote/', state })).map(
          change => change.number,
        );
      same(await find('open'), [first.number]);
      same(await find('closed'), []);
      const all = await forge.findChanges(repo, { state: 'all' });
      assert.ok(all.length === 2 && all[0]!.number > all[1]!.number);
      await forge.closeChange(repo, first.number);
      await forge.closeChange(repo, first.number);
      same(await find('open'), []);
      same(await find('closed'), [first.number]);
      same(await find('merged'), []);
      same(await find('all'), [first.number]);
    },
  },
  {
    name: 'title and body are changed, each alone',
    async run(host) {
      const { repo } = await seed(host);
      const { number } = await openDemoChange(host, repo);
      await host.forge.updateChange(repo, number, { title: 'new' });
      const change = await host.forge.updateChange(repo, number, {
        body: `text\n${MARKER}`,
      });
      assert.equal(change.title, 'new');
      assert.equal(change.body, `text\n${MARKER}`);
      await host.forge.comment(repo, number, 'seen');
    },
  },
  {
    name: 'lists of a repository that may not be seen are an error, not empty',
    async run(host) {
      const { repo } = await seed(host);
      await assert.rejects(
        () => host.stranger.findChanges(repo, { state: 'all' }),
        (error: unknown) =>
          error instanceof ForgeError && error.kind === 'notFound',
      );
    },
  },
];
