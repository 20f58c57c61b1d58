import { dividesRequests, exposureOf } from '../../manifests/exposure/ways';
import { workloadKindOf } from '../../spec/workload';
import { isLoadBalancer, servicesOf } from '../exposure/entries';
import { workloadsOf } from '../kube';
import {
  error,
  type Outcome,
  resolved,
  type Rule,
  type Subject,
} from '../rule';
import { strategiesOf } from './strategy';

/** A load balancer and a tunnel to a Service know connections and pods, but neither weights nor headers. */
export const PD08: Rule = {
  id: 'PD08',
  title: 'Weights and headers come with a way in that knows them',
  *check(subject) {
    yield* judgePassedBy(subject);
    const { spec } = subject;
    if (workloadKindOf(spec) !== 'Rollout' || dividesRequests(spec)) return;
    if (spec.delivery.strategy === 'ab') {
      yield error({
        path: 'delivery.strategy',
        message: `Nothing tells callers of version B apart: ${reasonOf(
          exposureOf(spec).kind,
        )}.`,
        fix: 'Expose the service by gatewayApi, or choose canary.',
      });
    } else if (
      spec.delivery.strategy === 'canary' &&
      exposureOf(spec).kind !== 'clusterOnly'
    ) {
      yield resolved(
        `Weights of the canary are shares of its pods, because ${reasonOf(
          exposureOf(spec).kind,
        )}.`,
      );
    }
  },
};

/** Ways that lead to all pods, whatever a router beside them does. */
function reasonOf(kind: ReturnType<typeof exposureOf>['kind']): string {
  switch (kind) {
    case 'ciliumLb':
      return 'a load balancer knows connections, and neither weights nor headers';
    case 'cloudflareTunnel':
      return 'the tunnel leads straight to the Service, past every router';
    case 'clusterOnly':
      return 'inside of the cluster no router stands before the service';
    case 'gatewayApi':
    case 'ingressNginx':
      return 'its router does not divide requests';
  }
}

/** A router and a load balancer before the same pods: who comes by the second sees none of the weights. */
function* judgePassedBy({ environments }: Subject): Iterable<Outcome> {
  for (const environment of environments) {
    for (const { rollout, trafficRouting } of strategiesOf(environment)) {
      const workload = workloadsOf(environment).find(
        ({ kind, name }) => kind === 'Rollout' && name === rollout,
      );
      if (trafficRouting === undefined || workload === undefined) continue;
      for (const service of servicesOf(environment, workload)) {
        if (!isLoadBalancer(service)) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `Service ${service.metadata.name} lets callers in past the router of Rollout ${rollout}: they reach old and new pods by their number, whatever the weight is.`,
          fix: 'Make it a ClusterIP, or leave out trafficRouting and give the canary shares of its pods.',
          environments: [environment.environment],
        });
      }
    }
  }
}
