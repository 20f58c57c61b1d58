import {
  KUBERNETES_ID,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { LABELS, SNAPSHOT_IMAGE } from '../../constants';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { labelsOf, metadataOf, nameOf } from '../metadata';
import { containerSecurity } from '../podSecurity';
import { memoryVolume, UPKEEP_RESOURCES, upkeepJob } from '../upkeepJob';
import { SNAPSHOT_FILE, SNAPSHOT_SCRIPT } from './snapshotScript';
import type { Typed } from '../typed';

type Snapshots = NonNullable<ServiceSpec['snapshots']>;

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Seconds that one snapshot may take until it can be used. */
const WAIT_SECONDS = 600;

export function scriptName(service: string): string {
  return `${nameOf(service, 'snapshots')}-script`;
}

export function snapshotScript({ name }: ServiceSpec): Typed<'ConfigMap'> {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadataOf({
      service: name,
      name: scriptName(name),
      component: 'snapshots',
      wave: 'middle',
    }),
    data: { [SNAPSHOT_FILE]: SNAPSHOT_SCRIPT },
  };
}

/** Takes the snapshots. The one pod of ours that talks to the API server, and so the one with a token. */
export function snapshotCronJob(
  spec: ServiceSpec,
  snapshots: Snapshots,
  platform: PlatformFacts,
): Typed<'CronJob'> {
  return upkeepJob(spec, platform, {
    component: 'snapshots',
    schedule: snapshots.schedule,
    uid: SNAPSHOT_IMAGE.uid,
    pod: {
      automountServiceAccountToken: true,
      containers: [
        {
          name: 'snapshots',
          image: SNAPSHOT_IMAGE.image,
          command: ['node', `/script/${SNAPSHOT_FILE}`],
          env: settingsOf(spec.name, snapshots),
          resources: UPKEEP_RESOURCES,
          securityContext: containerSecurity(),
          volumeMounts: [
            { name: 'script', mountPath: '/script', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'script', configMap: { name: scriptName(spec.name) } },
        memoryVolume('tmp'),
      ],
    },
  });
}

function settingsOf(service: string, { keep }: Snapshots) {
  const own = `${LABELS.component}=snapshots`;
  const values = {
    API: 'https://kubernetes.default.svc',
    ACCOUNT,
    NODE_EXTRA_CA_CERTS: `${ACCOUNT}/ca.crt`,
    CLAIMS: `${KUBERNETES_ID}=${service}`,
    SNAPSHOTS: `${KUBERNETES_ID}=${service},${own}`,
    LABELS: JSON.stringify(labelsOf(service, 'snapshots')),
    KEEP: String(keep),
    WAIT_SECONDS: String(WAIT_SECONDS),
  };
  return [
    {
      name: 'NAMESPACE',
      valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
    },
    ...Object.entries(values).map(([name, value]) => ({ name, value })),
  ];
}
