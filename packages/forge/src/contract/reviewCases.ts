import assert from 'node:assert/strict';
import {
  commit,
  openDemoChange,
  seed,
  type ForgeContractCase,
  same,
} from './forgeUnderTest';

export const reviewCases: readonly ForgeContractCase[] = [
  {
    name: 'an approval belongs to the commit that was read',
    async run(host) {
      const { repo } = await seed(host);
      const { number, head } = await openDemoChange(host, repo);
      const given = await host.reviewer.approve(repo, number, {
        commit: head.commit,
        body: 'fine',
      });
      same(given, { outcome: 'approved' });
      const reviews = await host.forge.listReviews(repo, number);
      same(
        reviews.map(({ state, commit: at }) => ({ state, at })),
        [{ state: 'approved', at: head.commit }],
      );
      await commit(host.forge, repo, {
        branch: 'promote/demo/stage',
        files: { 'deploy/settings.yaml': 'image: three\n' },
      });
      const stale = await host.reviewer.approve(repo, number, {
        commit: head.commit,
        body: 'fine',
      });
      assert.equal(stale.outcome, 'headMoved');
      const kept = await host.forge.listReviews(repo, number);
      assert.equal(kept[0]?.commit, head.commit);
    },
  },
  {
    name: 'nobody approves a change of their own',
    async run(host) {
      const { repo } = await seed(host);
      const { number, head } = await openDemoChange(host, repo);
      const given = await host.forge.approve(repo, number, {
        commit: head.commit,
        body: 'mine',
      });
      assert.equal(given.outcome, 'forbidden');
      same(await host.forge.listReviews(repo, number), []);
    },
  },
  {
    name: 'each context of a commit has one status: the last',
    async run(host) {
      const { repo, head } = await seed(host);
      const { forge } = host;
      same(await forge.listStatuses(repo, head), []);
      const url = 'https://backstage.example.test/promotions/1';
      const set = (context: string, state: 'pending' | 'success' | 'failure') =>
        forge.setStatus(repo, head, { context, state, text: `${state}!`, url });
      await set('baremetal/fits', 'pending');
      await set('baremetal/render', 'failure');
      await set('baremetal/fits', 'success');
      const statuses = await forge.listStatuses(repo, head);
      same(
        [...statuses].sort((a, b) => a.context.localeCompare(b.context)),
        [
          {
            context: 'baremetal/fits',
            state: 'success',
            text: 'success!',
            url,
          },
          {
            context: 'baremetal/render',
            state: 'failure',
            text: 'failure!',
            url,
          },
        ],
      );
    },
  },
];
