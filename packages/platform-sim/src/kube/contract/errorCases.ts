import assert from 'node:assert/strict';
import { assertStatus, call } from './contractClient';
import type { ContractCase } from './contractCase';
import { idleRollout, withScratch } from './scratch';

export const errorCases: readonly ContractCase[] = [
  {
    name: 'an unknown object is 404 NotFound with its name',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, namespace }) => {
        const missing = await call(cluster, `${path()}/missing`);
        assertStatus(missing, {
          code: 404,
          reason: 'NotFound',
          message: /^configmaps "missing" not found$/,
        });
        assert.deepEqual(missing.body.details, {
          name: 'missing',
          kind: 'configmaps',
        });
        const grouped = await call(
          cluster,
          `/apis/apps/v1/namespaces/${namespace}/deployments/missing`,
        );
        assert.match(
          grouped.body.message,
          /^deployments\.apps "missing" not found$/,
        );
        assert.equal(grouped.body.details.group, 'apps');
      }),
  },
  {
    name: 'a second object of the same name is 409 AlreadyExists',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        await configMap('one');
        const again = await call(cluster, path(), {
          method: 'POST',
          body: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'one' },
          },
        });
        assertStatus(again, {
          code: 409,
          reason: 'AlreadyExists',
          message: /^configmaps "one" already exists$/,
        });
      }),
  },
  {
    name: 'an object in a namespace that does not exist is 404',
    async run({ cluster }) {
      const answer = await call(
        cluster,
        '/api/v1/namespaces/no-such-place/configmaps',
        {
          method: 'POST',
          body: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'one' },
          },
        },
      );
      assertStatus(answer, {
        code: 404,
        reason: 'NotFound',
        message: /namespaces "no-such-place" not found/,
      });
    },
  },
  {
    name: 'a name that is none is 422 Invalid with the field',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path }) => {
        const answer = await call(cluster, path(), {
          method: 'POST',
          body: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'Big' },
          },
        });
        assertStatus(answer, {
          code: 422,
          reason: 'Invalid',
          message: /metadata\.name/,
        });
        assert.equal(answer.body.details.causes[0].field, 'metadata.name');
      }),
  },
  {
    name: 'an update under another name is 400 BadRequest',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, configMap }) => {
        const one = await configMap('one');
        const answer = await call(cluster, `${path()}/one`, {
          method: 'PUT',
          body: { ...one, metadata: { ...one.metadata, name: 'two' } },
        });
        assertStatus(answer, { code: 400, reason: 'BadRequest' });
      }),
  },
  {
    name: 'a patch type that the kind does not take is 415',
    run: ({ cluster }) =>
      withScratch(cluster, async ({ namespace }) => {
        const all = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`;
        const made = await call(cluster, all, {
          method: 'POST',
          body: idleRollout('idle'),
        });
        assert.equal(made.code, 201, made.text);
        const answer = await call(cluster, `${all}/idle`, {
          method: 'PATCH',
          contentType: 'application/strategic-merge-patch+json',
          body: { metadata: { labels: { a: 'b' } } },
        });
        assertStatus(answer, { code: 415, reason: 'UnsupportedMediaType' });
      }),
  },
  {
    name: 'a token that nobody has is 401',
    async run({ cluster }) {
      const answer = await call(cluster, '/api/v1/namespaces', {
        token: 'nobody',
      });
      assertStatus(answer, {
        code: 401,
        reason: 'Unauthorized',
        message: /^Unauthorized$/,
      });
    },
  },
  {
    name: "the product's account reads and controls rollouts, and writes nothing else",
    run: ({ cluster }) =>
      withScratch(cluster, async ({ path, namespace }) => {
        const token = cluster.readerToken;
        const pods = await call(cluster, path('pods'), { token });
        assert.equal(pods.code, 200, pods.text);
        const write = await call(cluster, path(), {
          token,
          method: 'POST',
          body: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'one' },
          },
        });
        assertStatus(write, {
          code: 403,
          reason: 'Forbidden',
          message:
            /cannot create resource "configmaps" in API group "" in the namespace/,
        });
        const secrets = await call(cluster, path('secrets'), { token });
        assertStatus(secrets, { code: 403, reason: 'Forbidden' });
        const all = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`;
        await call(cluster, all, { method: 'POST', body: idleRollout('idle') });
        const control = await call(cluster, `${all}/idle/status`, {
          token,
          method: 'PATCH',
          contentType: 'application/merge-patch+json',
          body: { status: { pauseConditions: null } },
        });
        assert.equal(control.code, 200, control.text);
      }),
  },
];
