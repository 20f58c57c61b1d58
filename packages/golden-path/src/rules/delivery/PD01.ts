import { answersRequests, workloadKindOf } from '../../spec/workload';
import { error, info, type Rule } from '../rule';
import { strategiesOf } from './strategy';

/** The controller refuses a Rollout that has no strategy, or two. */
export const PD01: Rule = {
  id: 'PD01',
  title: 'A Rollout has exactly one strategy',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const { rollout, canary, blueGreen } of strategiesOf(environment)) {
        const both = canary !== undefined && blueGreen !== undefined;
        const neither = canary === undefined && blueGreen === undefined;
        if (!both && !neither) continue;
        yield error({
          path: 'deploy/base/rollout.yaml#/spec/strategy',
          message: `Rollout ${rollout} has ${
            both ? 'both a canary and a blue/green strategy' : 'no strategy'
          }, and the controller refuses it (InvalidSpec).`,
          fix: 'Keep exactly one of canary and blueGreen.',
          environments: [environment.environment],
        });
      }
    }
    const { strategy, analysis } = spec.delivery;
    if (
      strategy === 'rolling' &&
      analysis !== undefined &&
      answersRequests(spec) &&
      workloadKindOf(spec) === 'Deployment'
    ) {
      yield info({
        path: 'delivery.analysis',
        message:
          'A new version replaces one pod after the other (rolling), and nothing asks Prometheus on the way: the analysis is not used.',
        fix: 'Choose a canary or blue/green to stop a version that is worse than the old one, or leave the analysis out.',
        repair: [{ path: 'delivery.analysis' }],
      });
    }
  },
};
