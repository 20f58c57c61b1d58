import type { RenderedEnvironment } from '../../types';
import { answersRequests } from '../../spec/workload';
import { at, listAt, ofKind } from '../kube';
import { type Rule, warning } from '../rule';

/** Below it a single failed request is a large share of the few that there are. */
const FEW_PER_SECOND = 1;

/** Seconds of the shortest window of the burn rates. */
const SHORTEST_WINDOW = 300;

/** Alerts about shares mean little where there is little to share: somebody is woken by one request. */
export const OB02: Rule = {
  id: 'OB02',
  title: 'Nobody is paged about the share of very few requests',
  *check({ spec, environments }) {
    const { expectedRps } = spec.slo;
    if (
      expectedRps === undefined ||
      expectedRps >= FEW_PER_SECOND ||
      !answersRequests(spec) ||
      !environments.some(pages)
    ) {
      return;
    }
    const requests = Math.round(expectedRps * SHORTEST_WINDOW);
    yield warning({
      path: 'slo.expectedRps',
      message:
        requests === 0
          ? 'Hardly any requests are expected, so a single failed one burns the error budget fast enough to wake somebody.'
          : `With ${expectedRps} requests per second there are about ${requests} in five minutes, so a single failed one is ${shareOf(
              requests,
            )} % of them and may wake somebody.`,
      fix: 'Call the service regularly from outside (a probe of the blackbox exporter), make the page a ticket (severity in prometheusrule.yaml), or accept it.',
    });
  },
};

function pages(environment: RenderedEnvironment): boolean {
  return ofKind(environment, 'PrometheusRule')
    .flatMap(rule => listAt(rule, 'spec', 'groups'))
    .flatMap(group => listAt(group, 'rules'))
    .some(rule => at(rule, 'labels', 'severity') === 'page');
}

function shareOf(requests: number): number {
  return Number((100 / requests).toPrecision(2));
}
