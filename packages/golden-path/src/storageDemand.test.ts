import { environments, PLATFORM, specOf } from './rules/goodAnswers';
import type { ServiceAnswers } from './spec/serviceSpec';
import { poolBytesOf, storageDemands } from './storageDemand';

const GIB = 2 ** 30;

function gibibytesOf(special: Partial<ServiceAnswers>, storageClass: string) {
  const spec = specOf({
    environments: environments({ replicas: 4, storageClass, size: '10Gi' }),
    ...special,
  });
  return (
    poolBytesOf(storageDemands(spec, spec.environments[2]!, PLATFORM)) / GIB
  );
}

const OWN_FILES = {
  data: {
    shape: 'ownFiles',
    furtherClaims: [
      { name: 'wal', mountPath: '/wal', size: '1Gi' },
      { name: 'log', mountPath: '/log', size: '2Gi', storageClass: 'lvm-thin' },
    ],
  },
} as const;

describe('storageDemands', () => {
  it.each([
    ['nothing', {}, 'lvm-thin', 0],
    [
      'a store, in two copies',
      { data: { shape: 'storeBeside' } },
      'lvm-thin',
      20,
    ],
    [
      'a store with snapshots that cost nothing at first',
      { data: { shape: 'storeBeside' }, snapshots: { keep: 3 } },
      'lvm-thin',
      20,
    ],
    [
      'a store with three thick snapshots, in three copies',
      { data: { shape: 'storeBeside' }, snapshots: { keep: 3 } },
      'lvm-thick-r3',
      3 * (10 + 30),
    ],
    [
      'one snapshot kept, and the next one taken before it goes',
      { data: { shape: 'storeBeside' }, snapshots: { keep: 1 } },
      'lvm-thick-r3',
      3 * (10 + 20),
    ],
    [
      'files of four replicas, on two classes',
      OWN_FILES,
      'lvm-thick-r3',
      4 * (3 * (10 + 1) + 2 * 2),
    ],
    [
      'scratch of four pods and a quarter more while a version arrives',
      { data: { shape: 'scratch' } },
      'lvm-thin',
      2 * 50,
    ],
    [
      'no replica that could keep files',
      { ...OWN_FILES, archetype: 'job' },
      'lvm-thin',
      0,
    ],
  ] as const)('%s', (_, special, storageClass, expected) => {
    expect(gibibytesOf(special as Partial<ServiceAnswers>, storageClass)).toBe(
      expected,
    );
  });
});
