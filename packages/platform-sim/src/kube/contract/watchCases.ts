import assert from 'node:assert/strict';
import { call, watch, type WatchEvent } from './contractClient';
import type { ContractCase } from './contractCase';
import { withScratch } from './scratch';

const MERGE = 'application/merge-patch+json';
const END = 'k8s.io/initial-events-end';

export const watchCases: readonly ContractCase[] = [
  {
    name: 'a watch shows what happens after the given version',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('before');
        const list = await call(cluster, path());
        const since = list.body.metadata.resourceVersion;
        await configMap('one', { data: { a: '1' } });
        const { code, events } = await watch(
          cluster,
          `${path()}?watch=1&resourceVersion=${since}&fieldSelector=metadata.name%3Done`,
          {
            enough: seen => seen.length >= 3,
            onOpen: async () => {
              await call(cluster, `${path()}/one`, {
                method: 'PATCH',
                contentType: MERGE,
                body: { data: { a: '2' } },
              });
              await call(cluster, `${path()}/one`, { method: 'DELETE' });
            },
          },
        );
        assert.equal(code, 200);
        assert.deepEqual(types(events), ['ADDED', 'MODIFIED', 'DELETED']);
        assert.equal(events[0]?.object.kind, 'ConfigMap');
        assert.equal(events[1]?.object.data.a, '2');
        const versions = events.map(({ object }) =>
          Number(object.metadata.resourceVersion),
        );
        assert.deepEqual(
          versions,
          [...versions].sort((a, b) => a - b),
        );
      }),
  },
  {
    name: 'a watch without a version begins with what exists',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('one', { labels: { mine: 'yes' } });
        const { events } = await watch(
          cluster,
          `${path()}?watch=true&labelSelector=mine%3Dyes`,
          { enough: seen => seen.length >= 1 },
        );
        assert.deepEqual(types(events), ['ADDED']);
      }),
  },
  {
    name: 'sendInitialEvents ends the existing objects with a marked bookmark',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('one', { labels: { mine: 'yes' } });
        await configMap('two', { labels: { mine: 'yes' } });
        const ended = (event: WatchEvent) =>
          event.type === 'BOOKMARK' &&
          event.object.metadata.annotations?.[END] === 'true';
        const { events } = await watch(
          cluster,
          `${path()}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&labelSelector=mine%3Dyes`,
          {
            enough: seen => seen.some(ended) && seen.length >= 4,
            onOpen: async () => {
              await new Promise(resolve => setTimeout(resolve, 300));
              await configMap('three', { labels: { mine: 'yes' } });
            },
          },
        );
        const end = events.findIndex(ended);
        const before = events
          .slice(0, end)
          .map(({ object }) => object.metadata.name);
        assert.deepEqual(before.sort(), ['one', 'two']);
        assert.equal(events[end]?.object.kind, 'ConfigMap');
        assert.ok(Number(events[end]?.object.metadata.resourceVersion) > 0);
        const after = events
          .slice(end + 1)
          .find(event => event.type === 'ADDED');
        assert.equal(after?.object.metadata.name, 'three');
      }),
  },
  {
    name: 'sendInitialEvents without resourceVersionMatch is refused with 422',
    async run({ cluster }) {
      const answer = await call(
        cluster,
        '/api/v1/configmaps?watch=1&sendInitialEvents=true',
      );
      assert.equal(answer.code, 422, answer.text);
      assert.equal(answer.body.reason, 'Invalid');
    },
  },
  {
    name: 'an object that enters or leaves the selector is an addition or a removal',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('one', { labels: { mine: 'no' } });
        const relabel = (mine: string) =>
          call(cluster, `${path()}/one`, {
            method: 'PATCH',
            contentType: MERGE,
            body: { metadata: { labels: { mine } } },
          });
        const list = await call(cluster, path());
        const { events } = await watch(
          cluster,
          `${path()}?watch=1&labelSelector=mine%3Dyes&resourceVersion=${
            list.body.metadata.resourceVersion
          }`,
          {
            enough: seen => seen.length >= 2,
            onOpen: async () => {
              await relabel('yes');
              await relabel('no');
            },
          },
        );
        assert.deepEqual(types(events), ['ADDED', 'DELETED']);
      }),
  },
  {
    name: 'a version older than what is kept is 410 Expired, as an event or at once',
    async run({ cluster, forget }) {
      await forget?.();
      const { code, events } = await watch(
        cluster,
        '/api/v1/namespaces?watch=1&resourceVersion=1',
        { enough: seen => seen.length >= 1 },
      );
      if (code === 410) return;
      assert.equal(events[0]?.type, 'ERROR');
      assert.equal(events[0]?.object.kind, 'Status');
      assert.equal(events[0]?.object.code, 410);
      assert.equal(events[0]?.object.reason, 'Expired');
    },
  },
  {
    name: 'timeoutSeconds ends the stream in peace',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path }) => {
        const { code, events } = await watch(
          cluster,
          `${path('secrets')}?watch=1&timeoutSeconds=1`,
          { enough: () => false },
        );
        assert.equal(code, 200);
        assert.deepEqual(
          types(events).filter(type => type === 'ERROR'),
          [],
        );
      }),
  },
];

function types(events: readonly WatchEvent[]): string[] {
  return events.map(({ type }) => type);
}
