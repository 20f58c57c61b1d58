import assert from 'node:assert/strict';
import { call } from './contractClient';
import type { ContractCase } from './contractCase';
import { withScratch } from './scratch';

export const readCases: readonly ContractCase[] = [
  {
    name: 'discovery names groups, versions and resources',
    async run({ cluster }) {
      const core = await call(cluster, '/api');
      assert.equal(core.body.kind, 'APIVersions');
      assert.ok(core.body.versions.includes('v1'));
      const groups = await call(cluster, '/apis');
      assert.equal(groups.body.kind, 'APIGroupList');
      const apps = groups.body.groups.find(
        (group: any) => group.name === 'apps',
      );
      assert.equal(apps.preferredVersion.groupVersion, 'apps/v1');
      const own = await call(cluster, '/apis/apps');
      assert.equal(own.body.kind, 'APIGroup');
      const resources = await call(cluster, '/api/v1');
      assert.equal(resources.body.kind, 'APIResourceList');
      const find = (name: string) =>
        resources.body.resources.find(
          (resource: any) => resource.name === name,
        );
      assert.equal(find('pods').kind, 'Pod');
      assert.equal(find('pods').namespaced, true);
      assert.equal(find('nodes').namespaced, false);
      assert.ok(find('pods').verbs.includes('watch'));
      assert.ok(find('pods/status'));
    },
  },
  {
    name: 'a group that is not installed is 404 without a Status',
    async run({ cluster }) {
      for (const path of [
        '/apis/no.example/v1',
        '/apis/no.example/v1/things',
      ]) {
        const answer = await call(cluster, path);
        assert.equal(answer.code, 404);
        assert.match(answer.text, /404 page not found/);
      }
    },
  },
  {
    name: 'a list in pages shows one moment',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        for (const name of ['a', 'b', 'c', 'd', 'e']) {
          await configMap(`page-${name}`, { labels: { page: 'yes' } });
        }
        const query = 'labelSelector=page%3Dyes&limit=2';
        const first = await call(cluster, `${path()}?${query}`);
        assert.equal(first.body.kind, 'ConfigMapList');
        assert.equal(first.body.apiVersion, 'v1');
        assert.deepEqual(names(first.body), ['page-a', 'page-b']);
        await configMap('page-bb', { labels: { page: 'yes' } });
        const seen = names(first.body);
        let token = first.body.metadata.continue;
        while (token) {
          const next = await call(
            cluster,
            `${path()}?${query}&continue=${encodeURIComponent(token)}`,
          );
          assert.equal(next.code, 200, next.text);
          assert.equal(
            next.body.metadata.resourceVersion,
            first.body.metadata.resourceVersion,
          );
          seen.push(...names(next.body));
          token = next.body.metadata.continue;
        }
        assert.deepEqual(seen, [
          'page-a',
          'page-b',
          'page-c',
          'page-d',
          'page-e',
        ]);
      }),
  },
  {
    name: 'a page without selectors says how many objects are left',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, namespace }) => {
        for (const name of ['a', 'b', 'c']) {
          const made = await call(cluster, path('secrets'), {
            method: 'POST',
            body: { apiVersion: 'v1', kind: 'Secret', metadata: { name } },
          });
          assert.equal(made.code, 201, namespace);
        }
        const first = await call(cluster, `${path('secrets')}?limit=1`);
        assert.equal(first.body.metadata.remainingItemCount, 2);
      }),
  },
  {
    name: 'label selectors choose by equality, sets and presence',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('one', { labels: { tier: 'web', canary: 'no' } });
        await configMap('two', { labels: { tier: 'db' } });
        await configMap('three', { labels: { tier: 'cache', canary: 'yes' } });
        const found = async (selector: string) => {
          const query = `labelSelector=${encodeURIComponent(selector)}`;
          const { body } = await call(cluster, `${path()}?${query}`);
          return names(body).filter(name => name !== 'kube-root-ca.crt');
        };
        assert.deepEqual(await found('tier=web'), ['one']);
        assert.deepEqual(await found('tier in (web,db)'), ['one', 'two']);
        assert.deepEqual(await found('tier notin (web),tier'), [
          'three',
          'two',
        ]);
        assert.deepEqual(await found('canary'), ['one', 'three']);
        assert.deepEqual(await found('!canary,tier'), ['two']);
        assert.deepEqual(await found('canary!=yes,tier'), ['one', 'two']);
      }),
  },
  {
    name: 'field selectors choose by name, and others are refused with 400',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('one');
        await configMap('two');
        const one = await call(
          cluster,
          `${path()}?fieldSelector=metadata.name%3Done`,
        );
        assert.deepEqual(names(one.body), ['one']);
        const wrong = await call(
          cluster,
          `${path()}?fieldSelector=data.x%3Done`,
        );
        assert.equal(wrong.code, 400);
        assert.equal(wrong.body.reason, 'BadRequest');
        assert.match(
          wrong.body.message,
          /data\.x.*(field selector|not supported)/,
        );
      }),
  },
];

function names(list: any): string[] {
  return list.items.map((item: any) => item.metadata.name);
}
