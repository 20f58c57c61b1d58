import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { isProduction } from '../../spec/production';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { isScaled, workloadKindOf } from '../../spec/workload';
import type { Patch, PatchFile } from '../named';
import { workloadTarget } from '../patches';
import type { EnvironmentAnswers } from '../resources';
import { abSteps } from './ab';

/** Minutes after which a version takes over by itself where nobody is meant to decide. */
export const MINUTES_WITHOUT_DECISION = 10;

/** Whether the strategy itself, and no answered step, waits for a person. */
export function waitsForPerson(spec: ServiceSpec): boolean {
  if (workloadKindOf(spec) !== 'Rollout') return false;
  const { strategy, blueGreen } = spec.delivery;
  switch (strategy) {
    case 'ab':
      return true;
    case 'blueGreen':
      return blueGreen.autoPromotionSeconds === undefined;
    case 'canary':
    case 'rolling':
      return false;
  }
}

/** What differs between environments: who lets a new version take over, and how large its preview is. */
export function strategyPatches(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  platform: PlatformFacts,
): PatchFile[] {
  const operations = [
    ...(waitsForPerson(spec) && !isProduction(environment.name, platform)
      ? timed(spec, platform)
      : []),
    ...preview(spec, environment),
  ];
  return operations.length > 0
    ? [
        {
          file: 'patch-strategy.yaml',
          target: workloadTarget(spec),
          operations,
        },
      ]
    : [];
}

// A decision that nobody is waiting for is forgotten, and the next version with it.
function timed(spec: ServiceSpec, platform: PlatformFacts): Patch[] {
  if (spec.delivery.strategy === 'ab') {
    const index = abSteps(spec, platform).findIndex(step => 'pause' in step);
    return [
      {
        op: 'replace',
        path: `/spec/strategy/canary/steps/${index}/pause`,
        value: { duration: `${MINUTES_WITHOUT_DECISION}m` },
      },
    ];
  }
  return [
    {
      op: 'replace',
      path: '/spec/strategy/blueGreen/autoPromotionEnabled',
      value: true,
    },
    {
      op: 'add',
      path: '/spec/strategy/blueGreen/autoPromotionSeconds',
      value: MINUTES_WITHOUT_DECISION * 60,
    },
  ];
}

/** A preview larger than the version that it becomes would shrink in the moment of the switch. */
function preview(spec: ServiceSpec, { replicas }: EnvironmentAnswers): Patch[] {
  const { strategy, blueGreen } = spec.delivery;
  const asked = blueGreen.previewReplicas;
  return workloadKindOf(spec) === 'Rollout' &&
    strategy === 'blueGreen' &&
    asked !== undefined &&
    asked > replicas &&
    replicas > 0 &&
    !isScaled(spec)
    ? [
        {
          op: 'replace',
          path: '/spec/strategy/blueGreen/previewReplicaCount',
          value: replicas,
        },
      ]
    : [];
}
