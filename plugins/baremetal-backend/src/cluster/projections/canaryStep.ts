import type { CanaryStepRow } from '@baremetal/backstage-plugin-baremetal-common';

export interface RawStep {
  readonly setWeight?: number;
  readonly pause?: { readonly duration?: number | string };
  readonly analysis?: {
    readonly templates?: readonly { readonly templateName?: string }[];
  };
  readonly setCanaryScale?: RawCanaryScale;
  readonly experiment?: object;
}

interface RawCanaryScale {
  readonly weight?: number;
  readonly replicas?: number;
  readonly matchTrafficWeight?: boolean;
}

/** A step has one key; which one it is says what it does. */
export function toStep(step: RawStep): CanaryStepRow {
  if (step.setWeight !== undefined) {
    return { kind: 'setWeight', weight: step.setWeight };
  }
  if (step.pause) {
    const { duration } = step.pause;
    return {
      kind: 'pause',
      duration: duration === undefined ? undefined : String(duration),
    };
  }
  if (step.analysis) {
    const templates = step.analysis.templates ?? [];
    return {
      kind: 'analysis',
      templates: templates.map(({ templateName = '' }) => templateName),
    };
  }
  if (step.setCanaryScale) {
    return { kind: 'setCanaryScale', words: scaleWords(step.setCanaryScale) };
  }
  if (step.experiment) {
    return { kind: 'experiment' };
  }
  return { kind: 'other', name: Object.keys(step)[0] ?? 'unknown' };
}

function scaleWords({ weight, replicas }: RawCanaryScale): string {
  if (replicas !== undefined) {
    return replicas === 1 ? '1 pod' : `${replicas} pods`;
  }
  return weight === undefined ? 'as the traffic' : `${weight} %`;
}
