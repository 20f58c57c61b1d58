import type { RenderedEnvironment } from '../../types';
import { exposureOf } from '../../manifests/exposure/ways';
import { budgetsOf } from '../availability/budgets';
import { entriesOf, isLoadBalancer, servicesOf } from '../exposure/entries';
import { type Workload, workloadsOf } from '../kube';
import { ifKnown } from '../missing';
import { error, type Outcome, type Rule, type Subject, warning } from '../rule';
import { scalersOf } from '../scalers';

/** Nothing holds a request until the first pod is there: who calls a service of no pods is told 503. */
export const AS04: Rule = {
  id: 'AS04',
  title: 'What is called never has no pods at all',
  *check(subject) {
    for (const environment of subject.environments) {
      const idle = scalersOf(environment)
        .filter(({ least }) => least === 0)
        .map(({ target }) => target.name);
      for (const workload of workloadsOf(environment)) {
        if (!idle.includes(workload.name)) continue;
        yield* judgeCallers(workload, environment, subject);
        yield* judgeBudgets(workload, environment);
      }
    }
  },
};

function* judgeCallers(
  workload: Workload,
  environment: RenderedEnvironment,
  { spec }: Subject,
): Iterable<Outcome> {
  const services = servicesOf(environment, workload);
  const names = services.map(({ metadata }) => metadata.name);
  const answers = ifKnown(spec);
  const isExposed =
    services.some(isLoadBalancer) ||
    entriesOf(environment).some(({ rules }) =>
      rules.flat().some(name => names.some(own => own === name)),
    ) ||
    (answers?.name === workload.name &&
      exposureOf(answers).kind === 'cloudflareTunnel');
  const words = {
    path: 'scaling.toZero',
    repair: [{ path: 'scaling.toZero', value: false }],
    environments: [environment.environment],
  };
  if (isExposed) {
    yield error({
      ...words,
      message: `${workload.kind} ${workload.name} may have no pods, and callers from outside reach it: nothing holds their requests until a pod is there, so they are answered 503, and a canary cannot divide them.`,
      fix: 'Keep at least one pod, or take the work from a queue.',
    });
  } else if (names.length > 0) {
    yield warning({
      ...words,
      message: `${workload.kind} ${workload.name} may have no pods: whoever in the cluster calls ${names[0]} then is refused.`,
      fix: 'Keep at least one pod, unless nobody calls it while there is nothing to do.',
    });
  }
}

function* judgeBudgets(
  { name }: Workload,
  environment: RenderedEnvironment,
): Iterable<Outcome> {
  for (const budget of budgetsOf(environment)) {
    const { minAvailable, workload } = budget;
    if (workload.name !== name || !asksForPods(minAvailable)) continue;
    yield warning({
      path: 'disruption.minAvailable',
      message: `Disruption budget ${budget.name} keeps ${minAvailable} of the pods of ${name}, which may have none: the first pod after a pause cannot be moved, and a drain of its node waits.`,
      fix: 'Use maxUnavailable: 1.',
      environments: [environment.environment],
    });
  }
}

function asksForPods(minAvailable: number | string | undefined): boolean {
  return minAvailable !== undefined && parseInt(String(minAvailable), 10) > 0;
}
