import { createHash } from 'node:crypto';
import type { ObjectDraft } from './objects';
import type { MachineFacts } from './machines';
import { DOMAIN_LABEL, POOL_LABEL, STORAGE_CLASSES } from './machines';

export const PROVISIONER = 'linstor.csi.linbit.com';
const CONDITIONS = [
  ['MemoryPressure', 'False', 'KubeletHasSufficientMemory'],
  ['DiskPressure', 'False', 'KubeletHasNoDiskPressure'],
  ['PIDPressure', 'False', 'KubeletHasSufficientPID'],
  ['Ready', 'True', 'KubeletReady'],
] as const;

/** Kept back for the system and the kubelet. */
const RESERVED = { milliCores: 150, mebibytes: 1536 };

/** A node as Talos brings it up. */
export function nodeObject(machine: MachineFacts, stamp: string): ObjectDraft {
  const { name, cores, memoryGi, accelerators, hardwareClass, domain } =
    machine;
  const extra = accelerators ? { 'nvidia.com/gpu': String(accelerators) } : {};
  const id = createHash('sha256').update(name).digest('hex');
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        [POOL_LABEL]: hardwareClass,
        [DOMAIN_LABEL]: domain,
      },
    },
    spec: { providerID: `talos://${id.slice(0, 8)}` },
    status: {
      capacity: {
        cpu: String(cores),
        memory: `${memoryGi * 2 ** 20}Ki`,
        pods: '110',
        ...extra,
      },
      allocatable: {
        cpu: `${cores * 1000 - RESERVED.milliCores}m`,
        memory: `${(memoryGi * 1024 - RESERVED.mebibytes) * 1024}Ki`,
        pods: '110',
        ...extra,
      },
      conditions: CONDITIONS.map(([type, status, reason]) => ({
        type,
        status,
        reason,
        lastHeartbeatTime: stamp,
        lastTransitionTime: stamp,
      })),
      addresses: [
        { type: 'InternalIP', address: addressOf(name) },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: talosInfo(id),
    },
  };
}

/** Each cluster has forty addresses of the same network. */
function addressOf(machine: string): string {
  const first: Readonly<Record<string, number>> = {
    dev: 10,
    stage: 50,
    prod: 90,
  };
  const [, cluster = '', number = '0'] = machine.split('-');
  return `192.168.10.${(first[cluster] ?? 130) + Number(number)}`;
}

function talosInfo(id: string): object {
  return {
    machineID: id.slice(0, 32),
    systemUUID: id.slice(0, 32),
    bootID: id.slice(32, 64),
    architecture: 'amd64',
    operatingSystem: 'linux',
    osImage: 'Talos (v1.12.4)',
    kernelVersion: '6.18.9-talos',
    containerRuntimeVersion: 'containerd://2.2.1',
    kubeletVersion: 'v1.36.3',
    kubeProxyVersion: '',
  };
}

/** The classes that an installation of the Piraeus Operator would have. */
export function storageClassObjects(): readonly ObjectDraft[] {
  return STORAGE_CLASSES.map(({ name, pool, copies }) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: PROVISIONER,
    allowVolumeExpansion: true,
    volumeBindingMode: 'WaitForFirstConsumer',
    reclaimPolicy: 'Delete',
    parameters: {
      'csi.storage.k8s.io/fstype': 'ext4',
      [`${PROVISIONER}/storagePool`]: pool,
      [`${PROVISIONER}/placementCount`]: String(copies),
      [`${PROVISIONER}/resourceGroup`]: name,
      [`${PROVISIONER}/replicasOnDifferent`]: DOMAIN_LABEL,
    },
  }));
}

/** What runs on every node before any service does. */
export function platformObjects(): readonly ObjectDraft[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'piraeus-datastore' },
    },
    daemonSet('cilium', 'kube-system', { cpu: '200m', memory: '512Mi' }),
    daemonSet('linstor-satellite', 'piraeus-datastore', {
      cpu: '100m',
      memory: '256Mi',
    }),
  ];
}

function daemonSet(
  name: string,
  namespace: string,
  requests: { cpu: string; memory: string },
): ObjectDraft {
  const labels = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name,
              image: `quay.example/${name}:1.0.0`,
              resources: { requests },
            },
          ],
        },
      },
    },
  };
}
