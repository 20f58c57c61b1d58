import { setTimeout as sleep } from 'node:timers/promises';
import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { PROVISIONER, type VolumeProvisioner } from '@baremetal/platform-sim';
import type { KubeApi } from './kubeApi';

const EVERY_MS = 500;
const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

interface Claim {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly accessModes: readonly string[];
    readonly resources: { readonly requests: { readonly storage: string } };
  };
}

interface Pod {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly nodeName?: string;
    readonly volumes?: readonly {
      readonly persistentVolumeClaim?: { readonly claimName: string };
    }[];
  };
}

/**
 * Serves claims of a real cluster from the simulated LINSTOR, as its CSI provisioner does: the scheduler chooses a node
 * for the first pod, the volume is placed, a PersistentVolume is made and bound.
 */
export class Provisioner {
  readonly #api: KubeApi;
  readonly #storage: VolumeProvisioner;
  /** Handle by claim, for volumes made here. */
  readonly #handles = new Map<string, string>();
  readonly #attached = new Map<string, string>();
  #stopped = false;
  #loop: Promise<void> = Promise.resolve();

  private constructor(api: KubeApi, storage: VolumeProvisioner) {
    this.#api = api;
    this.#storage = storage;
  }

  static start(api: KubeApi, storage: VolumeProvisioner): Provisioner {
    const provisioner = new Provisioner(api, storage);
    provisioner.#loop = provisioner.#run();
    return provisioner;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#loop;
  }

  async #run() {
    while (!this.#stopped) {
      // A server that is killed for a test answers nothing: the next round asks again.
      await this.#round().catch(() => undefined);
      await sleep(EVERY_MS);
    }
  }

  async #round() {
    const claims = await this.#api.get<{ items: Claim[] }>(
      '/api/v1/persistentvolumeclaims',
    );
    for (const claim of claims.items) {
      const node = claim.metadata.annotations?.[SELECTED_NODE];
      if (claim.spec.volumeName === undefined && node !== undefined) {
        await this.#provision(claim, node);
      }
    }
    if (this.#handles.size > 0) await this.#followPods();
  }

  async #provision(claim: Claim, node: string) {
    const { metadata, spec } = claim;
    const volume = `pvc-${metadata.uid}`;
    const sizeBytes = parseQuantity(spec.resources.requests.storage) ?? 0;
    this.#storage.createVolume({
      handle: volume,
      className: spec.storageClassName ?? '',
      sizeBytes,
      claim: { namespace: metadata.namespace, name: metadata.name },
      podNode: node,
    });
    await this.#api.apply(
      `/api/v1/persistentvolumes/${volume}`,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: {
          name: volume,
          annotations: { 'pv.kubernetes.io/provisioned-by': PROVISIONER },
        },
        spec: {
          capacity: { storage: spec.resources.requests.storage },
          accessModes: spec.accessModes,
          storageClassName: spec.storageClassName,
          persistentVolumeReclaimPolicy: 'Delete',
          csi: { driver: PROVISIONER, volumeHandle: volume, fsType: 'ext4' },
          claimRef: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            namespace: metadata.namespace,
            name: metadata.name,
            uid: metadata.uid,
          },
        },
      }),
    );
    this.#handles.set(`${metadata.namespace}/${metadata.name}`, volume);
  }

  /** A pod on a node opens its volumes there. */
  async #followPods() {
    const pods = await this.#api.get<{ items: Pod[] }>('/api/v1/pods');
    for (const { metadata, spec } of pods.items) {
      for (const { persistentVolumeClaim } of spec.volumes ?? []) {
        const handle = this.#handles.get(
          `${metadata.namespace}/${persistentVolumeClaim?.claimName}`,
        );
        if (handle === undefined || spec.nodeName === undefined) continue;
        const before = this.#attached.get(handle);
        if (before === spec.nodeName) continue;
        if (before !== undefined) this.#storage.detach(handle, before);
        this.#storage.attach(handle, spec.nodeName);
        this.#attached.set(handle, spec.nodeName);
      }
    }
  }
}
