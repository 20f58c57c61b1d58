import { hostnameOf } from '../../manifests/exposure/hostname';
import { exposureOf, isReachedByName } from '../../manifests/exposure/ways';
import { answersRequests } from '../../spec/workload';
import { exposeBy } from './exposeBy';
import { error, info, type Outcome, type Rule, type Subject } from '../rule';

/** A way in to something that answers nobody, a host name for two, a Caddy that nobody passes: none of them works. */
export const EX02: Rule = {
  id: 'EX02',
  title: 'The way in fits the service',
  *check(subject) {
    const { spec } = subject;
    const kind =
      spec.archetype === 'job' ? 'A scheduled job' : 'A queue worker';
    if (!answersRequests(spec) && spec.exposure.kind !== 'clusterOnly') {
      yield error({
        path: 'exposure.kind',
        message: `${kind} answers no requests, so there is nothing to let callers in to.`,
        fix: 'Answer clusterOnly, or make it a service.',
        repair: exposeBy('clusterOnly'),
      });
    }
    yield* edgeOf(subject);
    yield* sharedNamesOf(subject);
    yield* unusedNamesOf(subject);
  },
};

function* edgeOf({ spec }: Subject): Iterable<Outcome> {
  if (spec.edge === 'none') return;
  const reason = reasonWithout(exposureOf(spec).kind);
  if (reason === undefined) return;
  yield error({
    path: 'edge',
    message: `A Caddy in front makes no sense here: ${reason}.`,
    fix: 'Expose the service by gatewayApi, or answer none.',
    repair: [{ path: 'edge', value: 'none' }],
  });
}

/** Why no request would pass Caddy, or why it could not open TLS towards the cluster. */
function reasonWithout(
  kind: ReturnType<typeof exposureOf>['kind'],
): string | undefined {
  switch (kind) {
    case 'gatewayApi':
    case 'ingressNginx':
      return undefined;
    case 'clusterOnly':
      return 'nobody outside of the cluster reaches the service';
    case 'cloudflareTunnel':
      return 'callers come through the tunnel, which ends their TLS itself';
    case 'ciliumLb':
      return 'behind a load balancer the pods are reached directly, and they speak no TLS that it could open anew';
  }
}

/** One name leads to one cluster: the other environment's callers would land there too. */
function* sharedNamesOf({ spec, platform }: Subject): Iterable<Outcome> {
  if (!isReachedByName(spec)) return;
  const owners = new Map<string, string>();
  for (const environment of spec.environments) {
    const hostname = hostnameOf(spec, environment, platform);
    if (hostname === undefined) continue;
    const owner = owners.get(hostname);
    // An environment that is answered twice is EN01's business.
    if (owner !== undefined && owner !== environment.name) {
      yield error({
        path: `environments.${environment.name}.hostname`,
        message: `${owner} and ${environment.name} are both reached as ${hostname}, and a name leads to one of them only.`,
        fix: 'Give each environment a host name of its own.',
      });
    }
    owners.set(hostname, environment.name);
  }
}

function* unusedNamesOf({ spec }: Subject): Iterable<Outcome> {
  if (isReachedByName(spec)) return;
  for (const { name, hostname } of spec.environments) {
    if (hostname === undefined) continue;
    yield info({
      path: `environments.${name}.hostname`,
      message: `The host name ${hostname} has no effect: the service is not reached by a name.`,
      fix: 'Leave it out, or expose the service by gatewayApi.',
      repair: [{ path: `environments.${name}.hostname` }],
    });
  }
}
