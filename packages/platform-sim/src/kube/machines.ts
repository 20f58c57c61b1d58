import type { StorageClassRule, StorageNodeFacts } from '../linstor/ports';

/** A machine that is a node of a cluster. */
export interface MachineFacts {
  readonly name: string;
  readonly hardwareClass: 'compute' | 'storage-heavy' | 'gpu';
  /** Power domain. */
  readonly domain: string;
  readonly cores: number;
  readonly memoryGi: number;
  /** Accelerators, offered as `nvidia.com/gpu`. */
  readonly accelerators?: number;
}

export const POOL_LABEL = 'node.cluster.x-k8s.io/hardware-class';
export const DOMAIN_LABEL = 'topology.kubernetes.io/zone';

const GIB = 2 ** 30;
const TIB = 2 ** 40;

type Group = readonly [
  hardwareClass: MachineFacts['hardwareClass'],
  count: number,
  firstDomain: number,
];

const GROUPS: Readonly<Record<string, readonly Group[]>> = {
  dev: [
    ['compute', 3, 0],
    ['storage-heavy', 1, 0],
  ],
  stage: [
    ['compute', 4, 0],
    ['storage-heavy', 2, 1],
  ],
  prod: [
    ['compute', 7, 0],
    ['storage-heavy', 3, 0],
    ['gpu', 2, 0],
  ],
};

const SIZES = {
  compute: { cores: 32, memoryGi: 128 },
  'storage-heavy': { cores: 24, memoryGi: 96 },
  gpu: { cores: 64, memoryGi: 256, accelerators: 4 },
};

/** The machines of a cluster of the embedded platform, spread over three power domains. */
export function machinesOf(cluster: string): readonly MachineFacts[] {
  const machines = (GROUPS[cluster] ?? []).flatMap(
    ([hardwareClass, count, firstDomain]) =>
      Array.from({ length: count }, (_, index) => ({
        hardwareClass,
        domain: `pdu-${'abc'[(firstDomain + index) % 3]}`,
        ...SIZES[hardwareClass],
      })),
  );
  return machines.map((machine, index) => ({
    name: `m-${cluster}-${String(index + 1).padStart(2, '0')}`,
    ...machine,
  }));
}

/** What the provisioner is told by each storage class. */
export const STORAGE_CLASSES: readonly StorageClassRule[] = [
  { name: 'lvm-thin', pool: 'lvm-thin', copies: 2 },
  { name: 'lvm-thick-r2', pool: 'lvm-thick', copies: 2 },
  { name: 'lvm-thick-r3', pool: 'lvm-thick', copies: 3 },
];

/** The machine as LINSTOR knows it: those with accelerators have no disks for it. */
export function storageNode(machine: MachineFacts): StorageNodeFacts {
  const { name, domain, hardwareClass } = machine;
  const share = hardwareClass === 'storage-heavy' ? 4 * TIB : 900 * GIB;
  const pools =
    hardwareClass === 'gpu'
      ? []
      : [
          { name: 'lvm-thin', kind: 'LVM_THIN' as const, totalBytes: share },
          { name: 'lvm-thick', kind: 'LVM' as const, totalBytes: share },
        ];
  return { name, domain, pools };
}
