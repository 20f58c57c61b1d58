import {
  parseQuantity,
  readNodeTerms,
  type ClaimRow,
  type NodeSelectorTerm,
  type StorageClassRow,
  type VolumeRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';
import {
  toConditions,
  toMeta,
  type RawCondition,
  type RawObject,
  type StringMap,
} from './rawMeta';

interface RawClaim extends RawObject {
  readonly spec?: {
    readonly volumeName?: string;
    readonly storageClassName?: string;
    readonly accessModes?: readonly string[];
    readonly volumeMode?: ClaimRow['volumeMode'];
    readonly resources?: { readonly requests?: StringMap };
  };
  readonly status?: {
    readonly phase?: ClaimRow['phase'];
    readonly capacity?: StringMap;
    readonly allocatedResourceStatuses?: StringMap;
    readonly conditions?: readonly RawCondition[];
  };
}

export function toClaimRow(claim: RawClaim, intern: Interner): ClaimRow {
  const { spec = {}, status = {} } = claim;
  return {
    ...toMeta(claim, intern),
    phase: status.phase ?? 'Pending',
    volume: spec.volumeName,
    storageClass: spec.storageClassName && intern.string(spec.storageClassName),
    requestedBytes: bytesOf(spec.resources?.requests?.storage),
    actualBytes: bytesOf(status.capacity?.storage),
    accessModes: intern.value(spec.accessModes ?? []),
    volumeMode: spec.volumeMode ?? 'Filesystem',
    resizeStatus: status.allocatedResourceStatuses?.storage,
    conditions: toConditions(status.conditions),
  };
}

interface RawVolume extends RawObject {
  readonly spec?: {
    readonly storageClassName?: string;
    readonly capacity?: StringMap;
    readonly persistentVolumeReclaimPolicy?: string;
    readonly csi?: { readonly driver: string; readonly volumeHandle: string };
    readonly claimRef?: {
      readonly namespace?: string;
      readonly name?: string;
      readonly uid?: string;
    };
    readonly nodeAffinity?: {
      readonly required?: {
        readonly nodeSelectorTerms?: readonly NodeSelectorTerm[];
      };
    };
  };
  readonly status?: { readonly phase?: string };
}

export function toVolumeRow(volume: RawVolume, intern: Interner): VolumeRow {
  const { spec = {}, status = {} } = volume;
  const { csi, claimRef, nodeAffinity } = spec;
  return {
    ...toMeta(volume, intern),
    phase: status.phase ?? 'Unknown',
    storageClass: spec.storageClassName && intern.string(spec.storageClassName),
    capacityBytes: bytesOf(spec.capacity?.storage),
    reclaimPolicy: spec.persistentVolumeReclaimPolicy,
    csi: csi && {
      driver: intern.string(csi.driver),
      handle: csi.volumeHandle,
    },
    claim: claimRef && {
      namespace: intern.string(claimRef.namespace ?? ''),
      name: claimRef.name ?? '',
      uid: claimRef.uid,
    },
    ...(nodeAffinity?.required && {
      nodeTerms: intern.value(
        readNodeTerms(nodeAffinity.required.nodeSelectorTerms),
      ),
    }),
  };
}

interface RawStorageClass extends RawObject {
  readonly provisioner: string;
  readonly parameters?: StringMap;
  readonly volumeBindingMode?: string;
  readonly allowVolumeExpansion?: boolean;
}

export function toStorageClassRow(
  storageClass: RawStorageClass,
  intern: Interner,
): StorageClassRow {
  const { metadata, provisioner, parameters = {} } = storageClass;
  return {
    ...toMeta(storageClass, intern),
    provisioner,
    parameters: Object.fromEntries(
      Object.entries(parameters).filter(([key]) => !/secret/i.test(key)),
    ),
    waitsForConsumer: storageClass.volumeBindingMode === 'WaitForFirstConsumer',
    expandable: storageClass.allowVolumeExpansion ?? false,
    isDefault:
      metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] ===
      'true',
  };
}

/** Bytes of a quantity; what cannot be read stays unknown. */
function bytesOf(quantity: string | undefined): number | undefined {
  return quantity === undefined ? undefined : parseQuantity(quantity);
}
