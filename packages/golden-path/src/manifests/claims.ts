import { ARGO, GUARDED } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import { type Component, labelsOf, metadataOf } from './metadata';
import type { AccessMode, Typed } from './typed';

/** Name of the first claim template, and of the volume it becomes in the pod. */
export const DATA_VOLUME = 'data';

/** Name of the volume that lives and dies with its pod. */
export const SCRATCH_VOLUME = 'scratch';

const PLACEHOLDER = { storageClass: 'unset', size: '1Gi' };

type Sizes = Pick<ServiceSpec['environments'][number], 'storageClass' | 'size'>;

/**
 * Claims that a StatefulSet makes for each replica.
 *
 * Class and size are those of the first environment; overlays set their own. Further claims of the service have one
 * size everywhere, and one class unless they take the environment's.
 */
export function claimTemplates(
  spec: ServiceSpec,
  component: Component,
  sizes: Sizes = spec.environments[0]!,
) {
  const further =
    component === 'service' && spec.data.shape === 'ownFiles'
      ? spec.data.furtherClaims
      : [];
  return [
    claimTemplate(spec, component, { ...sizes, name: DATA_VOLUME }),
    ...further.map(({ name, size, storageClass }) =>
      claimTemplate(spec, component, {
        name,
        size,
        storageClass: storageClass ?? sizes.storageClass,
      }),
    ),
  ];
}

/** The same as an environment's overlay leaves them: what is not answered there stays as the base has it. */
export function claimTemplatesIn(
  spec: ServiceSpec,
  component: Component,
  environment: Sizes,
) {
  const [first] = spec.environments;
  return claimTemplates(spec, component, {
    storageClass: environment.storageClass ?? first?.storageClass,
    size: environment.size ?? first?.size,
  });
}

function claimTemplate(
  spec: ServiceSpec,
  component: Component,
  claim: Sizes & { name: string },
) {
  return {
    // Written out because the API server adds them, and Argo CD would show the whole list as changed.
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: claim.name,
      labels: labelsOf(spec.name, component),
      annotations: { [ARGO.syncOptions]: GUARDED },
    },
    spec: {
      ...claimSpec(claim, 'ReadWriteOncePod'),
      volumeMode: 'Filesystem' as const,
    },
  };
}

/** The claim that all pods of a workload share. */
export function sharedClaim(
  spec: ServiceSpec,
  accessMode: AccessMode,
): Typed<'PersistentVolumeClaim'> {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataOf({
      service: spec.name,
      name: `${spec.name}-data`,
      wave: 'last',
      annotations: { [ARGO.syncOptions]: GUARDED },
    }),
    spec: claimSpec(spec.environments[0]!, accessMode),
  };
}

/** A claim that lives and dies with its pod, so that any number of versions can run side by side. */
export function scratchVolume(spec: ServiceSpec) {
  return {
    name: SCRATCH_VOLUME,
    ephemeral: {
      volumeClaimTemplate: {
        metadata: { labels: labelsOf(spec.name) },
        spec: claimSpec(spec.environments[0]!, 'ReadWriteOncePod'),
      },
    },
  };
}

function claimSpec({ storageClass, size }: Sizes, accessMode: AccessMode) {
  return {
    accessModes: [accessMode],
    storageClassName: storageClass ?? PLACEHOLDER.storageClass,
    resources: { requests: { storage: size ?? PLACEHOLDER.size } },
  };
}
