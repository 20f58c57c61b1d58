import { environments, PLATFORM, specOf } from '../rules/goodAnswers';
import { planService } from '../plan';
import { portOf } from './dump/dumpAccess';

const SPEC = specOf({
  data: { shape: 'storeBeside' },
  environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
});

const FACTS = {
  ...PLATFORM,
  secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
  backup: {
    endpoint: 'https://s3.example:9000',
    bucket: 'backups',
    secretStoreKey: 'platform/backups',
  },
} as const;

describe('the nightly dump', () => {
  const plan = planService(SPEC, FACTS);
  const find = (kind: string, name = 'orders-db-dump'): any =>
    plan.environments
      .find(({ environment }) => environment === 'stage')
      ?.objects.find(
        object => object.kind === kind && object.metadata.name === name,
      );

  it('is refused by no rule', () => {
    expect(plan.findings).toEqual([]);
  });

  it.each([
    [
      'nothing to dump',
      { ...SPEC, data: { shape: 'nothing' } } as const,
      FACTS,
    ],
    ['nowhere to put it', SPEC, { ...FACTS, backup: undefined }],
    ['no keys', SPEC, { ...FACTS, secretStore: undefined }],
  ])('is not made where there is %s', (_, spec, platform) => {
    const { files } = planService(spec, platform);
    expect([...files.keys()].filter(path => /dump/.test(path))).toEqual([]);
  });

  it('goes to a folder of its environment, through a folder as large as the volume', () => {
    const pod = find('CronJob').spec.jobTemplate.spec.template.spec;
    expect(pod.initContainers[0].image).toMatch(
      /^docker\.io\/library\/postgres:17/,
    );
    expect(pod.containers[0].image).toMatch(/^docker\.io\/rclone\/rclone:1/);
    expect(pod.containers[0].env[0]).toEqual({
      name: 'TARGET',
      value: 'backups/services/orders/stage',
    });
    expect(pod.volumes[0]).toEqual({
      name: 'dump',
      emptyDir: { sizeLimit: '10Gi' },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
  });

  it('has its keys from the secret store', () => {
    expect(find('ExternalSecret').spec.data).toEqual([
      {
        secretKey: 'accessKeyId',
        remoteRef: { key: 'platform/backups', property: 'accessKeyId' },
      },
      {
        secretKey: 'secretAccessKey',
        remoteRef: { key: 'platform/backups', property: 'secretAccessKey' },
      },
    ]);
  });

  it('reaches the store and the object storage only', () => {
    const store = {
      'app.kubernetes.io/name': 'orders-db',
      'app.kubernetes.io/component': 'store',
    };
    expect(find('NetworkPolicy').spec.egress).toEqual([
      {
        to: [{ podSelector: { matchLabels: store } }],
        ports: [{ protocol: 'TCP', port: 5432 }],
      },
      { ports: [{ protocol: 'TCP', port: 9000 }] },
    ]);
    expect(
      find('NetworkPolicy', 'orders-db-dump-store').spec.podSelector,
    ).toEqual({ matchLabels: store });
  });

  it.each([
    ['https://s3.example', 443],
    ['http://minio.storage.svc/', 80],
    ['http://minio.storage.svc:9000/path', 9000],
    ['https://s3.example/a:1', 443],
  ])('finds the port of %s', (address, port) => {
    expect(portOf(address)).toBe(port);
  });
});
