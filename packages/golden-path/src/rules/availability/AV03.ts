import { error, type Rule } from '../rule';
import { budgetsOf } from './budgets';

/** The API server refuses a budget with both limits. */
export const AV03: Rule = {
  id: 'AV03',
  title: 'A disruption budget has one limit',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { name, minAvailable, maxUnavailable } of budgetsOf(
        environment,
      )) {
        if (minAvailable === undefined || maxUnavailable === undefined) {
          continue;
        }
        yield error({
          path: 'disruption',
          message: `The disruption budget ${name} has both minAvailable and maxUnavailable, which Kubernetes refuses.`,
          fix: 'Keep maxUnavailable: 1 alone.',
          repair: [
            { path: 'disruption.minAvailable' },
            { path: 'disruption.maxUnavailable', value: 1 },
          ],
          environments: [environment.environment],
        });
      }
    }
  },
};
