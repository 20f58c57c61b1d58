import assert from 'node:assert/strict';
import type { Change } from '../forge';
import {
  commit,
  openDemoChange,
  seed,
  type ForgeContractCase,
  same,
} from './forgeUnderTest';

export const mergeCases: readonly ForgeContractCase[] = [
  {
    name: 'a merge brings the change to its base, and may be asked for twice',
    async run(host) {
      const { repo, head } = await seed(host);
      const { forge } = host;
      const { number, head: at } = await openDemoChange(host, repo);
      const how = { expectedHead: at.commit, method: 'merge' as const };
      const merged = await forge.mergeChange(repo, number, {
        ...how,
        message: 'Promote demo\n\nBecause of reasons',
      });
      assert.equal(merged.outcome, 'merged');
      const now = await forge.branchHead(repo, 'main');
      assert.notEqual(now, head);
      assert.equal('commitId' in merged && merged.commitId, now);
      const path = 'deploy/settings.yaml';
      const file = await forge.readFile(repo, { ref: 'main', path });
      assert.equal(file?.text, 'image: two\n');
      const change = await forge.getChange(repo, number);
      assert.equal(change?.state, 'merged');
      assert.equal(change?.mergeCommit, now);
      assert.ok(Date.parse(change?.mergedAt ?? '') > 0);
      same(await forge.mergeChange(repo, number, how), merged);
    },
  },
  {
    name: 'a merge of a head that was not reviewed does not happen',
    async run(host) {
      const { repo, head } = await seed(host);
      const { number, head: seen } = await openDemoChange(host, repo);
      const moved = await commit(host.forge, repo, {
        branch: 'promote/demo/stage',
        files: { 'deploy/settings.yaml': 'image: evil\n' },
      });
      const result = await host.forge.mergeChange(repo, number, {
        expectedHead: seen.commit,
        method: 'merge',
      });
      same(result, { outcome: 'headMoved', head: moved });
      assert.equal(await host.forge.branchHead(repo, 'main'), head);
    },
  },
  {
    name: 'a change that conflicts with its base is not merged',
    async run(host) {
      const { repo } = await seed(host);
      const { number, head } = await openDemoChange(host, repo);
      const main = await commit(host.forge, repo, {
        branch: 'main',
        files: { 'deploy/settings.yaml': 'image: hotfix\n' },
      });
      const result = await host.forge.mergeChange(repo, number, {
        expectedHead: head.commit,
        method: 'merge',
      });
      assert.equal(result.outcome, 'notMergeable');
      assert.equal(await host.forge.branchHead(repo, 'main'), main);
      const change = await host.forge.getChange(repo, number);
      assert.notEqual(change?.mergeable, 'yes');
    },
  },
  {
    name: 'merges to one base at the same time all happen',
    async run(host) {
      const { repo } = await seed(host);
      const changes: Change[] = [];
      for (const name of ['a', 'b', 'c']) {
        const branch = `add/${name}`;
        await commit(host.forge, repo, {
          branch,
          base: 'main',
          files: { [`${name}.txt`]: name },
        });
        const opened = await host.forge.openChange({
          repo,
          head: branch,
          base: 'main',
          title: `Add ${name}`,
          body: '',
        });
        if (!('change' in opened)) throw new Error(opened.outcome);
        changes.push(opened.change);
      }
      const results = await Promise.all(
        changes.map(({ number, head: { commit: expectedHead } }) =>
          host.forge.mergeChange(repo, number, {
            expectedHead,
            method: 'merge',
          }),
        ),
      );
      same(
        results.map(({ outcome }) => outcome),
        ['merged', 'merged', 'merged'],
      );
      const files = await host.forge.listFiles(repo, {
        ref: 'main',
        under: '',
      });
      for (const name of ['a.txt', 'b.txt', 'c.txt']) {
        assert.ok(files.includes(name), `${name} is on main`);
      }
    },
  },
  {
    name: 'a base that moved on without a conflict does not hinder',
    async run(host) {
      const { repo } = await seed(host);
      const { number, head } = await openDemoChange(host, repo);
      await commit(host.forge, repo, {
        branch: 'main',
        files: { 'other.txt': 'other' },
      });
      const result = await host.forge.mergeChange(repo, number, {
        expectedHead: head.commit,
        method: 'merge',
      });
      assert.equal(result.outcome, 'merged');
      const files = await host.forge.listFiles(repo, {
        ref: 'main',
        under: '',
      });
      assert.ok(files.includes('other.txt'));
    },
  },
  {
    name: 'a closed change, a missing one and a stranger are refused',
    async run(host) {
      const { repo } = await seed(host);
      const { number, head } = await openDemoChange(host, repo);
      const how = { expectedHead: head.commit, method: 'merge' as const };
      const merge = async (forge = host.forge, which = number) =>
        (await forge.mergeChange(repo, which, how)).outcome;
      assert.equal(await merge(host.stranger), 'forbidden');
      assert.equal(await merge(host.forge, 4711), 'forbidden');
      await host.forge.closeChange(repo, number);
      assert.equal(await merge(), 'notMergeable');
    },
  },
];
