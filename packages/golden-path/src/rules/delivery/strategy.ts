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
