import { usesAnalysis } from '../../spec/workload';
import { at, listAt, ofKind } from '../kube';
import { error, resolved, type Rule } from '../rule';

const CONDITIONS = ['successCondition', 'failureCondition'];

/** Without requests Prometheus answers nothing, or NaN: that must neither pass nor abort a version. */
export const PD11: Rule = {
  id: 'PD11',
  title: 'A Prometheus metric says what no data means',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const template of ofKind(environment, 'AnalysisTemplate')) {
        for (const metric of listAt(template, 'spec', 'metrics')) {
          if (at(metric, 'provider', 'prometheus') === undefined) continue;
          const conditions = CONDITIONS.map(name => at(metric, name)).filter(
            (text): text is string => typeof text === 'string',
          );
          if (conditions.every(isGuarded)) continue;
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `The metric ${at(metric, 'name')} of AnalysisTemplate ${
              template.metadata.name
            } does not say what no data means: without requests it errs or fails, and a healthy version is aborted.`,
            fix: 'Begin each condition with: len(result) > 0 && !isNaN(result[0]) &&',
            environments: [environment.environment],
          });
        }
      }
    }
    if (usesAnalysis(spec)) {
      yield resolved(
        'Without requests the analysis is inconclusive: the canary waits for a person instead of passing or aborting.',
      );
    }
  },
};

function isGuarded(condition: string): boolean {
  return (
    /len\(result\)|isNil|default\(/.test(condition) && /isNaN/.test(condition)
  );
}
