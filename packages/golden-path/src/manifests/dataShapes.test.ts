import { environments, PLATFORM, specOf } from '../rules/goodAnswers';
import { planService } from '../plan';
import type { ServiceAnswers } from '../spec/serviceSpec';

const SIZES = environments().map((environment, index) => ({
  ...environment,
  storageClass: ['lvm-thin', 'nfs', 'lvm-thick-r3'][index],
  size: ['1Gi', '20Gi', '300Gi'][index],
}));

function objectsIn(environment: string, special: Partial<ServiceAnswers>) {
  const plan = planService(
    specOf({ environments: SIZES, ...special }),
    PLATFORM,
  );
  const objects = plan.environments.find(
    each => each.environment === environment,
  )?.objects;
  return (kind: string, name: string): any =>
    objects?.find(
      object => object.kind === kind && object.metadata.name === name,
    );
}

const claim = (storageClassName: string, storage: string) => ({
  accessModes: ['ReadWriteOncePod'],
  storageClassName,
  resources: { requests: { storage } },
});

const EACH = [
  ['dev', 'lvm-thin', '1Gi'],
  ['stage', 'nfs', '20Gi'],
  ['prod', 'lvm-thick-r3', '300Gi'],
] as const;

describe.each(EACH)(
  'in %s, on %s with %s',
  (environment, storageClass, size) => {
    it('nothing is kept: no volume but the one for temporary files', () => {
      const find = objectsIn(environment, {});
      expect(find('Rollout', 'orders').spec.template.spec.volumes).toEqual([
        { name: 'tmp', emptyDir: { sizeLimit: '128Mi' } },
      ]);
    });

    it('a store beside it has the claim', () => {
      const find = objectsIn(environment, { data: { shape: 'storeBeside' } });
      const { volumeClaimTemplates } = find('StatefulSet', 'orders-db').spec;
      expect(volumeClaimTemplates.map((each: any) => each.spec)).toEqual([
        { ...claim(storageClass, size), volumeMode: 'Filesystem' },
      ]);
    });

    it('own files: a claim per replica, and further ones of their own size', () => {
      const find = objectsIn(environment, {
        data: {
          shape: 'ownFiles',
          furtherClaims: [
            { name: 'wal', mountPath: '/var/lib/wal', size: '5Gi' },
            {
              name: 'index',
              mountPath: '/var/lib/index',
              size: '7Gi',
              storageClass: 'lvm-thin',
            },
          ],
        },
      });
      const { volumeClaimTemplates, template } = find(
        'StatefulSet',
        'orders',
      ).spec;
      expect(
        volumeClaimTemplates.map((each: any) => [
          each.metadata.name,
          each.spec,
        ]),
      ).toEqual([
        ['data', { ...claim(storageClass, size), volumeMode: 'Filesystem' }],
        ['wal', { ...claim(storageClass, '5Gi'), volumeMode: 'Filesystem' }],
        ['index', { ...claim('lvm-thin', '7Gi'), volumeMode: 'Filesystem' }],
      ]);
      expect(template.spec.containers[0].volumeMounts).toEqual([
        { name: 'tmp', mountPath: '/tmp' },
        { name: 'data', mountPath: '/var/lib/data' },
        { name: 'wal', mountPath: '/var/lib/wal' },
        { name: 'index', mountPath: '/var/lib/index' },
      ]);
    });

    it.each([
      ['Rollout', {}],
      ['Deployment', { archetype: 'worker' }],
      ['CronJob', { archetype: 'job' }],
    ] as const)('scratch: each pod of a %s has its own', (kind, special) => {
      const find = objectsIn(environment, {
        ...special,
        data: { shape: 'scratch' },
      });
      const { spec } = find(kind, 'orders');
      const pod = (spec.jobTemplate?.spec ?? spec).template.spec;
      expect(pod.volumes[1]).toEqual({
        name: 'scratch',
        ephemeral: {
          volumeClaimTemplate: {
            metadata: { labels: expect.objectContaining({}) },
            spec: claim(storageClass, size),
          },
        },
      });
      expect(pod.containers[0].volumeMounts).toContainEqual({
        name: 'scratch',
        mountPath: '/var/cache/scratch',
      });
    });

    it('shared files: one claim for all pods', () => {
      const find = objectsIn(environment, { data: { shape: 'sharedFiles' } });
      expect(find('PersistentVolumeClaim', 'orders-data').spec).toEqual({
        ...claim(storageClass, size),
        accessModes: ['ReadWriteMany'],
      });
      expect(
        find('Rollout', 'orders').spec.template.spec.volumes,
      ).toContainEqual({
        name: 'data',
        persistentVolumeClaim: { claimName: 'orders-data' },
      });
    });
  },
);

it('the partition of a StatefulSet is a number in each overlay', () => {
  const { files } = planService(
    specOf({ environments: SIZES, data: { shape: 'ownFiles' } }),
    PLATFORM,
  );
  expect(files.get('deploy/overlays/prod/patch-workload.yaml')).toContain(
    'path: /spec/updateStrategy/rollingUpdate/partition\n  value: 0\n',
  );
});
