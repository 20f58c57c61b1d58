import type { RenderedEnvironment } from '../../types';
import { at, listAt, ofKind } from '../kube';

/** A Rollout with the strategy that it follows. */
export interface Strategy {
  readonly rollout: string;
  readonly canary: unknown;
  readonly blueGreen: unknown;
  readonly steps: readonly unknown[];
  readonly trafficRouting: unknown;
}

export function strategiesOf(environment: RenderedEnvironment): Strategy[] {
  return ofKind(environment, 'Rollout').map(rollout => {
    const canary = at(rollout, 'spec', 'strategy', 'canary');
    return {
      rollout: rollout.metadata.name,
      canary,
      blueGreen: at(rollout, 'spec', 'strategy', 'blueGreen'),
      steps: listAt(canary, 'steps'),
      trafficRouting: at(canary, 'trafficRouting'),
    };
  });
}

/** Where a strategy asks Prometheus: in its steps, on both sides of a blue/green switch, or all the while. */
export interface AnalysisUse {
  readonly analysis: unknown;
  /** Not ended by a step, but with the arrival itself. */
  readonly background: boolean;
}

export function analysesOf({
  steps,
  canary,
  blueGreen,
}: Strategy): AnalysisUse[] {
  const inline = [
    ...steps.map(step => at(step, 'analysis')),
    at(blueGreen, 'prePromotionAnalysis'),
    at(blueGreen, 'postPromotionAnalysis'),
  ];
  return [
    ...inline.map(analysis => ({ analysis, background: false })),
    { analysis: at(canary, 'analysis'), background: true },
  ].filter(({ analysis }) => analysis !== undefined);
}
