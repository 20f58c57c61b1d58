import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { SCRATCH_VOLUME } from '../../manifests/claims';
import { podPath } from '../../manifests/patches';
import { volumeIndex } from '../../manifests/podVolumes';
import { abSteps } from '../../manifests/strategy/ab';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { workloadKindOf } from '../../spec/workload';
import { claimFields } from './claimFields';
import { offer, scalar, type Treatments, value } from './treatment';

/** Values of the object that runs the service itself. */
export function workloadFields(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Treatments {
  const pod = podPath(spec);
  return {
    '/spec/replicas': value('replicas'),
    [`${pod}/containers/0/resources`]: value('resources'),
    '/spec/minReadySeconds': value('minReadySeconds'),
    [`${pod}/topologySpreadConstraints/0/whenUnsatisfiable`]: value(
      'spread.whenUnsatisfiable',
    ),
    ...byKind(spec, platform),
    ...(spec.data.shape === 'scratch' &&
      claimFields(
        `${pod}/volumes/${volumeIndex(
          spec,
          SCRATCH_VOLUME,
        )}/ephemeral/volumeClaimTemplate/spec`,
      )),
  };
}

function byKind(spec: ServiceSpec, platform: PlatformFacts): Treatments {
  switch (workloadKindOf(spec)) {
    case 'Rollout':
      return strategyFields(spec, platform);
    case 'Deployment':
      return {};
    case 'StatefulSet':
      return {
        '/spec/updateStrategy/rollingUpdate/partition': value('partition'),
        ...templateFields(spec),
      };
    case 'CronJob':
      return { '/spec/suspend': offer('suspend', false, scalar('suspend')) };
  }
}

/** Who lets a new version take over, and how large its preview is. */
function strategyFields(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Treatments {
  switch (spec.delivery.strategy) {
    case 'canary':
    case 'rolling':
      return {};
    case 'blueGreen':
      return {
        '/spec/strategy/blueGreen/autoPromotionEnabled': value(
          'promotion.automatic',
        ),
        '/spec/strategy/blueGreen/autoPromotionSeconds': value(
          'promotion.afterSeconds',
          0,
        ),
        '/spec/strategy/blueGreen/previewReplicaCount': value(
          'promotion.previewReplicas',
        ),
      };
    case 'ab': {
      const index = abSteps(spec, platform).findIndex(step => 'pause' in step);
      return {
        [`/spec/strategy/canary/steps/${index}/pause`]:
          value('promotion.pause'),
      };
    }
  }
}

/** Further claims have the class of the environment unless they were given one, and a size of their own. */
function templateFields({ data }: ServiceSpec): Treatments {
  const further = data.shape === 'ownFiles' ? data.furtherClaims : [];
  const at = (index: number) => `/spec/volumeClaimTemplates/${index}/spec`;
  return Object.assign(
    { ...claimFields(at(0)) },
    ...further.map((claim, index) =>
      claim.storageClass === undefined
        ? { [`${at(index + 1)}/storageClassName`]: value('storage.class') }
        : {},
    ),
  );
}
