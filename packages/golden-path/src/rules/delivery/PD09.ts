import { at, listAt, ofKind } from '../kube';
import { error, type Rule } from '../rule';
import { analysesOf, strategiesOf } from './strategy';

/** A measurement that repeats without end holds its step for ever. The controller refuses it. */
export const PD09: Rule = {
  id: 'PD09',
  title: 'An analysis step ends: each repeated metric has a count',
  *check({ environments }) {
    for (const environment of environments) {
      const used = new Set(
        strategiesOf(environment)
          .flatMap(analysesOf)
          .filter(({ background }) => !background)
          .flatMap(({ analysis }) => listAt(analysis, 'templates'))
          .map(template => at(template, 'templateName')),
      );
      for (const template of ofKind(environment, 'AnalysisTemplate')) {
        if (!used.has(template.metadata.name)) continue;
        for (const metric of listAt(template, 'spec', 'metrics')) {
          if (
            at(metric, 'interval') === undefined ||
            Number(at(metric, 'count') ?? 0) > 0
          ) {
            continue;
          }
          yield error({
            path: 'delivery.analysis.count',
            message: `The metric ${at(metric, 'name')} of AnalysisTemplate ${
              template.metadata.name
            } is measured every ${at(
              metric,
              'interval',
            )} without a count, so the step never ends and the controller refuses it (InvalidSpec).`,
            fix: 'Say how often: count: 5.',
            environments: [environment.environment],
          });
        }
      }
    }
  },
};
