import { strategyOf } from '../manifests/strategy/strategyOf';
import { previewName } from '../manifests/strategy/blueGreenServices';
import type { ServiceSpec } from '../spec/serviceSpec';
import { isRouted, usesAnalysis } from '../spec/workload';
import { code, steps } from './markdown';
import type { Documented } from './page';

/** A step of the Rollout, as far as ours have any. */
interface Step {
  readonly setWeight?: number;
  readonly pause?: { readonly duration?: string | number };
  readonly analysis?: unknown;
  readonly setCanaryScale?: { readonly weight?: number };
  readonly setHeaderRoute?: unknown;
}

/** The way of a new version, from the strategy that is written into the Rollout. */
export function describedStrategy({ spec, platform }: Documented): string {
  const { canary } = strategyOf(spec, platform) as {
    canary?: { steps: readonly Step[] };
  };
  return steps(
    canary
      ? [
          ...canary.steps.map(step => describedStep(step, spec)),
          lastWeightOf(canary.steps) === 100
            ? 'The pods of the old version end.'
            : 'It gets everything, and the pods of the old version end.',
        ]
      : blueGreenSteps(spec),
  );
}

function describedStep(step: Step, spec: ServiceSpec): string {
  if (step.setWeight !== undefined) {
    return isRouted(spec)
      ? `It gets ${step.setWeight} % of the requests.`
      : `It gets ${step.setWeight} % of the pods, and about that share of the requests.`;
  }
  if (step.pause) {
    const { duration } = step.pause;
    return duration === undefined
      ? 'It waits until a person promotes it.'
      : `It waits ${code(withUnit(duration))}.`;
  }
  if (step.analysis) {
    return 'It is measured. When it fails, the old version gets everything back.';
  }
  if (step.setCanaryScale) {
    return `It gets pods for ${
      step.setCanaryScale.weight ?? 100
    } % of the size, without requests of its own.`;
  }
  if (step.setHeaderRoute) return `${chosenCallers(spec)} get it.`;
  return code(JSON.stringify(step));
}

/** Who gets version B of an A/B comparison. */
export function chosenCallers({ delivery }: ServiceSpec): string {
  const { by, name, value } = delivery.ab;
  return `Callers with the ${by} ${code(name)} of the value ${code(value)}`;
}

function lastWeightOf(all: readonly Step[]): number | undefined {
  return all.flatMap(({ setWeight }) => setWeight ?? []).pop();
}

function blueGreenSteps(spec: ServiceSpec): string[] {
  const { autoPromotionSeconds, previewReplicas, scaleDownDelaySeconds } =
    spec.delivery.blueGreen;
  const measured = usesAnalysis(spec);
  return [
    `It starts beside the old one with ${
      previewReplicas === undefined ? 'as many' : previewReplicas
    } pods, and only ${code(previewName(spec.name))} leads to it.`,
    ...(measured ? ['Its pods are asked whether they answer.'] : []),
    autoPromotionSeconds === undefined
      ? 'It waits until a person promotes it.'
      : `It waits ${autoPromotionSeconds} seconds.`,
    `All requests to ${code(spec.name)} go to it, at once.`,
    ...(measured
      ? [
          'It is measured. When it fails, all requests go back to the old version.',
        ]
      : []),
    `The pods of the old version end ${scaleDownDelaySeconds} seconds later.`,
  ];
}

/** Bare numbers are seconds. */
function withUnit(duration: string | number): string {
  const text = String(duration);
  return /^\d+$/.test(text) ? `${text}s` : text;
}
