import assert from 'node:assert/strict';
import { call } from './contractClient';
import type { ContractCase } from './contractCase';
import { idleRollout, withScratch } from './scratch';

const MERGE = 'application/merge-patch+json';
const JSON_PATCH = 'application/json-patch+json';
const APPLY = 'application/apply-patch+yaml';

export const writeCases: readonly ContractCase[] = [
  {
    name: 'a new object gets uid, version and time',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ namespace, configMap }) => {
        const { kind, metadata } = await configMap('one');
        assert.equal(kind, 'ConfigMap');
        assert.equal(metadata.namespace, namespace);
        assert.match(metadata.uid, /^[0-9a-f-]{36}$/);
        assert.ok(Number(metadata.resourceVersion) > 0);
        assert.match(metadata.creationTimestamp, /^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
      }),
  },
  {
    name: 'a merge patch sets and removes fields; one that changes nothing keeps the version',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        const made = await configMap('one', { data: { a: '1', b: '2' } });
        const patch = (body: object) =>
          call(cluster, `${path()}/one`, {
            method: 'PATCH',
            contentType: MERGE,
            body,
          });
        const changed = await patch({ data: { a: null, c: '3' } });
        assert.deepEqual(changed.body.data, { b: '2', c: '3' });
        assert.ok(
          changed.body.metadata.resourceVersion !==
            made.metadata.resourceVersion,
        );
        const same = await patch({ data: { b: '2' } });
        assert.equal(
          same.body.metadata.resourceVersion,
          changed.body.metadata.resourceVersion,
        );
      }),
  },
  {
    name: 'a JSON patch applies in order, and a failing test refuses all of it',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('one', { data: { a: '1' } });
        const patch = (body: object[]) =>
          call(cluster, `${path()}/one`, {
            method: 'PATCH',
            contentType: JSON_PATCH,
            body,
          });
        const done = await patch([
          { op: 'test', path: '/data/a', value: '1' },
          { op: 'replace', path: '/data/a', value: '2' },
          { op: 'add', path: '/data/b', value: '3' },
        ]);
        assert.deepEqual(done.body.data, { a: '2', b: '3' });
        const refused = await patch([
          { op: 'replace', path: '/data/b', value: '4' },
          { op: 'test', path: '/data/a', value: 'other' },
        ]);
        assert.equal(refused.code, 422, refused.text);
        assert.equal(refused.body.reason, 'Invalid');
        const after = await call(cluster, `${path()}/one`);
        assert.deepEqual(after.body.data, { a: '2', b: '3' });
      }),
  },
  {
    name: 'a patch or update of a stale version is 409 Conflict',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        const old = await configMap('one', { data: { a: '1' } });
        const { resourceVersion } = old.metadata;
        const change = (method: string, body: object, contentType?: string) =>
          call(cluster, `${path()}/one`, { method, body, contentType });
        const fresh = await change('PUT', { ...old, data: { a: '2' } });
        assert.equal(fresh.code, 200, fresh.text);
        for (const stale of [
          await change('PUT', { ...old, data: { a: '3' } }),
          await change(
            'PATCH',
            { metadata: { resourceVersion }, data: { a: '3' } },
            MERGE,
          ),
        ]) {
          assert.equal(stale.code, 409, stale.text);
          assert.equal(stale.body.reason, 'Conflict');
          assert.match(stale.body.message, /the object has been modified/);
        }
      }),
  },
  {
    name: 'the status of a Rollout is written through /status only, and does not count as a change of it',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ namespace }) => {
        const all = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`;
        const made = await call(cluster, all, {
          method: 'POST',
          body: { ...idleRollout('idle'), status: { message: 'mine' } },
        });
        assert.equal(made.code, 201, made.text);
        assert.equal(made.body.metadata.generation, 1);
        assert.notEqual(made.body.status?.message, 'mine');
        const patch = (path: string, body: object) =>
          call(cluster, path, { method: 'PATCH', contentType: MERGE, body });
        const main = await patch(`${all}/idle`, {
          status: { promoteFull: true },
        });
        assert.notEqual(main.body.status?.promoteFull, true);
        const status = await patch(`${all}/idle/status`, {
          spec: { replicas: 5 },
          status: { message: 'ours' },
        });
        assert.equal(status.code, 200, status.text);
        assert.equal(status.body.spec.replicas, 0);
        assert.equal(status.body.status.message, 'ours');
        assert.equal(status.body.metadata.generation, 1);
        const spec = await patch(`${all}/idle`, {
          spec: { revisionHistoryLimit: 3 },
        });
        assert.equal(spec.body.metadata.generation, 2);
      }),
  },
  {
    name: 'server-side apply creates, changes what it names and takes back what it named',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, namespace }) => {
        const apply = (data: Record<string, string>) =>
          call(cluster, `${path()}/applied?fieldManager=contract&force=true`, {
            method: 'PATCH',
            contentType: APPLY,
            body: {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: 'applied', namespace },
              data,
            },
          });
        const made = await apply({ a: '1', b: '2' });
        assert.equal(made.code, 201, made.text);
        await call(cluster, `${path()}/applied`, {
          method: 'PATCH',
          contentType: MERGE,
          body: { data: { other: 'kept' } },
        });
        const again = await apply({ a: '3' });
        assert.equal(again.code, 200, again.text);
        assert.deepEqual(again.body.data, { a: '3', other: 'kept' });
      }),
  },
  {
    name: 'a deleted object is gone, and deleting it again is 404',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        const { metadata } = await configMap('one');
        const remove = () =>
          call(cluster, `${path()}/one`, { method: 'DELETE' });
        const gone = await remove();
        assert.equal(gone.code, 200);
        assert.equal(gone.body.kind, 'Status');
        assert.equal(gone.body.status, 'Success');
        assert.equal(gone.body.details.uid, metadata.uid);
        assert.equal((await call(cluster, `${path()}/one`)).code, 404);
        assert.equal((await remove()).code, 404);
      }),
  },
];
