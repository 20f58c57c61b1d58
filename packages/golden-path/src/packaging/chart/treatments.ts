import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { SNAPSHOT_IMAGE, STORE, UPLOAD_IMAGE } from '../../constants';
import { configName } from '../../manifests/config';
import { credentialsName } from '../../manifests/credentials';
import { nameOf } from '../../manifests/metadata';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { workloadKindOf } from '../../spec/workload';
import { claimFields, restoredFrom } from './claimFields';
import { guard, literal, offer, type Treatments, value } from './treatment';
import { workloadFields } from './workloadFields';

/** What of a service's objects are values, and what they are called. */
export interface ChartTreatments {
  /** By kind and name of the object. */
  readonly objects: Readonly<Record<string, Treatments>>;
  /** Values that say whether there is an object, by its kind and name. */
  readonly switches: Readonly<Record<string, string>>;
  /** Values that describe an image, by its repository. */
  readonly images: ReadonlyMap<string, string>;
}

/** Names that a person would choose, because people and promotions edit them. */
export function treatmentsOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
): ChartTreatments {
  const { name } = spec;
  return {
    objects: {
      [`${workloadKindOf(spec)}/${name}`]: workloadFields(spec, platform),
      ...scalers(name),
      ...entries(name),
      ...storeFields(spec),
      [`PersistentVolumeClaim/${name}-data`]: {
        ...claimFields('/spec'),
        ...restoredFrom('/spec'),
      },
      [`ConfigMap/${configName(name)}`]: { '/data': value('config') },
      [`Job/${nameOf(name, 'migration')}`]: {
        '/spec/template/spec/containers/0/resources': value(
          'migration.resources',
        ),
      },
    },
    switches: {
      [`PodDisruptionBudget/${name}`]: 'disruptionBudget.enabled',
    },
    // The last counts: a service may run the image of its own upkeep, and then says its version once.
    images: new Map([
      [UPLOAD_IMAGE.image, 'dump.image'],
      [SNAPSHOT_IMAGE.image, 'snapshots.image'],
      [STORE.image, 'store.image'],
      [spec.image.repository, 'image'],
    ]),
  };
}

function scalers(name: string): Record<string, Treatments> {
  return {
    [`HorizontalPodAutoscaler/${name}`]: {
      '/spec/minReplicas': value('scaling.min'),
      '/spec/maxReplicas': value('scaling.max'),
    },
    [`ScaledObject/${name}`]: {
      '/spec/minReplicaCount': value('scaling.min'),
      '/spec/maxReplicaCount': value('scaling.max'),
      '/spec/fallback/replicas': value('scaling.fallback'),
      '/metadata/annotations/autoscaling.keda.sh~1paused-replicas': offer(
        'scaling.stopped',
        false,
        literal('0'),
      ),
    },
  };
}

function entries(name: string): Record<string, Treatments> {
  return {
    [`HTTPRoute/${name}`]: {
      '/spec/hostnames': guard('hostname'),
      '/spec/hostnames/0': value('hostname'),
    },
    [`Ingress/${name}`]: {
      '/spec/rules/0/host': value('hostname', ''),
      '/spec/tls': guard('hostname'),
      '/spec/tls/0/hosts/0': value('hostname'),
    },
  };
}

function storeFields({ name }: ServiceSpec): Record<string, Treatments> {
  const dumpPod = '/spec/jobTemplate/spec/template/spec';
  return {
    [`StatefulSet/${nameOf(name, 'store')}`]: {
      '/spec/replicas': value('store.replicas'),
      '/spec/template/spec/containers/0/resources': value('store.resources'),
      ...claimFields('/spec/volumeClaimTemplates/0/spec'),
    },
    [`ExternalSecret/${credentialsName(name)}`]: {
      '/spec/data/0/remoteRef/key': value('credentials.key'),
    },
    [`CronJob/${nameOf(name, 'dump')}`]: {
      [`${dumpPod}/containers/0/env/0/value`]: value('dump.target'),
      [`${dumpPod}/volumes/0/emptyDir/sizeLimit`]: value('dump.sizeLimit'),
    },
  };
}
