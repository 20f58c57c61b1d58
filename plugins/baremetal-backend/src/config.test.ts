import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBaremetalConfig } from './config';
import { toPlatformFacts } from './platformFacts';

const PEM = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n';

const cluster = {
  name: 'dev',
  url: 'https://127.0.0.1:6443/',
  serviceAccountToken: 'hush-hush',
};

const complete = {
  platformTeam: 'group:default/platform',
  environments: [{ name: 'dev', clusters: ['dev'] }],
  clusters: [cluster],
  registry: 'registry.example/shop',
  prometheusAddress: 'http://prometheus.monitoring:9090',
  platformRepo: { owner: 'platform', name: 'gitops' },
};

const read = (changes: JsonObject = {}) =>
  readBaremetalConfig(
    new ConfigReader({ baremetal: { ...complete, ...changes } }),
  );

it('fills in what is usual', () => {
  const config = read();
  expect(config).toMatchObject({
    simulated: false,
    labels: {
      pool: 'node.cluster.x-k8s.io/hardware-class',
      domain: 'topology.kubernetes.io/zone',
    },
    environments: [{ name: 'dev', production: false }],
    promotion: { fourEyes: true },
  });
  expect(config.clusters).toEqual([
    {
      name: 'dev',
      url: 'https://127.0.0.1:6443',
      ca: undefined,
      credential: { kind: 'token', token: 'hush-hush' },
      prometheusUrl: undefined,
    },
  ]);
});

it('knows clusters by name that are not connected yet', () => {
  const config = read({ clusters: [{ name: 'dev' }] });
  expect(config.clusters).toEqual([]);
  expect(toPlatformFacts(config).environments).toMatchObject([
    { name: 'dev', clusters: ['dev'] },
  ]);
});

it.each([
  ['PEM', { caData: PEM }],
  ['base64 of PEM', { caData: Buffer.from(PEM).toString('base64') }],
  [
    'a file',
    () => {
      const caFile = join(mkdtempSync(join(tmpdir(), 'ca-')), 'ca.pem');
      writeFileSync(caFile, PEM);
      return { caFile };
    },
  ],
])('takes the certificate authority as %s', (_, given) => {
  const ca = typeof given === 'function' ? given() : given;
  expect(read({ clusters: [{ ...cluster, ...ca }] }).clusters[0]?.ca).toBe(PEM);
});

it.each<[string, JsonObject, string]>([
  [
    'a cluster without TLS',
    { clusters: [{ ...cluster, url: 'http://127.0.0.1:8080' }] },
    'baremetal.clusters[0].url is "http://127.0.0.1:8080": give an https address',
  ],
  [
    'a name that no label may hold',
    { environments: [{ name: 'Dev', clusters: ['dev'] }] },
    'baremetal.environments[0].name is "Dev": use a-z, 0-9 and dashes',
  ],
  [
    'an environment on a cluster that is not there',
    { environments: [{ name: 'dev', clusters: ['edge'] }] },
    'environment "dev" runs on cluster "edge", which is none of dev',
  ],
  [
    'two clusters of one name',
    { clusters: [cluster, cluster] },
    'two clusters are named "dev"',
  ],
  [
    'a token for nobody',
    { clusters: [{ name: 'dev', serviceAccountToken: 'hush-hush' }] },
    'baremetal: clusters "dev" has no url, so nothing else of it can be used',
  ],
  [
    'an address by another name',
    { clusters: [{ name: 'dev', uri: 'https://127.0.0.1:6443' }] },
    'baremetal: clusters "dev" has no url, so nothing else of it can be used',
  ],
  [
    'the storage of a cluster that nobody can ask',
    { clusters: [{ name: 'dev', linstor: { url: 'http://l:3370' } }] },
    'baremetal: clusters "dev" has no url, so nothing else of it can be used',
  ],
  ['a missing registry', { registry: null }, 'baremetal.registry is missing'],
  [
    'a bucket without a store for its keys',
    {
      backup: {
        endpoint: 'https://s3.example',
        bucket: 'backups',
        secretStoreKey: 'platform/backups',
      },
    },
    'backup needs secretStore, which holds the keys of the bucket',
  ],
  [
    'a bucket that is none',
    {
      backup: {
        endpoint: 'https://s3.example',
        bucket: 'A',
        secretStoreKey: 'k',
      },
    },
    'baremetal.backup.bucket is "A"',
  ],
  [
    'a cluster without a token',
    { clusters: [{ name: 'dev', url: cluster.url }] },
    'baremetal.clusters "dev" has neither serviceAccountToken nor serviceAccountTokenFile',
  ],
  [
    'a token file that is not there',
    {
      clusters: [
        {
          name: 'dev',
          url: cluster.url,
          serviceAccountTokenFile: '/does/not/exist',
        },
      ],
    },
    '"/does/not/exist" cannot be read',
  ],
])('refuses %s in words', (_, changes, words) => {
  expect(() => read(changes)).toThrow(words);
});

it('quotes no secret', () => {
  const clusters = [{ ...cluster, serviceAccountToken: { hush: 'hush-hush' } }];
  expect(() => read({ clusters })).toThrow(
    expect.objectContaining({
      message: expect.not.stringContaining('hush-hush'),
    }),
  );
});

it('knows how callers from outside come in', () => {
  const gateway = { namespace: 'gateway-system', name: 'shared' };
  const { exposure } = toPlatformFacts(
    read({ exposure: { gateway, addressPools: ['services'], caddy: {} } }),
  );
  expect(exposure).toEqual({
    gateway: { ...gateway, provider: 'cilium' },
    addressPools: ['services'],
    caddy: {},
  });
});

it.each<[string, JsonObject]>([
  ['gatewayHost', { tunnel: { namespace: 'cf', gatewayHost: 'a b' } }],
  ['caFile', { caddy: { caFile: '/pem } }' } }],
  ['addressPools[0]', { addressPools: ['a\nb'] }],
])('lets nothing odd into a configuration of others: %s', (key, exposure) => {
  expect(() => read({ exposure })).toThrow(key);
});

it('says what to do without a section of its own', () => {
  expect(() => readBaremetalConfig(new ConfigReader({}))).toThrow(
    'app-config has no section "baremetal"',
  );
});

it('lets no secret into what everybody may know', () => {
  const git = {
    kind: 'gitea',
    url: 'http://127.0.0.1:3000',
    token: 'hush-hush',
    owners: ['shop'],
  };
  const facts = toPlatformFacts(read({ git }));
  expect(JSON.stringify(facts)).not.toContain('hush-hush');
  expect(facts).toMatchObject({
    gitHost: '127.0.0.1:3000',
    gitBaseUrl: 'http://127.0.0.1:3000',
    gitOwners: ['shop'],
    poolLabel: 'node.cluster.x-k8s.io/hardware-class',
  });
});
