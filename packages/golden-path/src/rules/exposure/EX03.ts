import { GATEWAY_PLUGIN } from '../../manifests/exposure/trafficRouting';
import { hostnameOf } from '../../manifests/exposure/hostname';
import type { RenderedEnvironment } from '../../types';
import { strategiesOf, type Strategy } from '../delivery/strategy';
import { at, listAt, ofKind } from '../kube';
import { ifKnown } from '../missing';
import { error, type Outcome, type Rule, type Subject } from '../rule';
import { entriesOf, routesOf } from './entries';

/** A route that answers for every host, leads to nothing, or lacks what the router's plugin looks for in it. */
export const EX03: Rule = {
  id: 'EX03',
  title:
    'Routes have a host, Services behind them, and both versions of a canary',
  *check(subject) {
    for (const environment of subject.environments) {
      for (const strategy of strategiesOf(environment)) {
        yield* judgePlugin(strategy, environment);
      }
      yield* judgeBackends(environment);
      yield* judgeHosts(environment, subject);
    }
  },
};

function* judgePlugin(
  { rollout, canary, trafficRouting }: Strategy,
  environment: RenderedEnvironment,
): Iterable<Outcome> {
  const plugin = at(trafficRouting, 'plugins', GATEWAY_PLUGIN);
  if (plugin === undefined) return;
  const words = {
    path: `deploy/overlays/${environment.environment}`,
    environments: [environment.environment],
  };
  const services = [at(canary, 'stableService'), at(canary, 'canaryService')];
  const names = [
    at(plugin, 'httpRoute'),
    ...listAt(plugin, 'httpRoutes').map(route => at(route, 'name')),
  ].filter(name => name !== undefined);
  for (const name of names) {
    const route = routesOf(environment).find(
      ({ object }) => object.metadata.name === name,
    );
    const hasBoth = route?.rules.some(backends =>
      services.every(service => backends.includes(service)),
    );
    if (hasBoth) continue;
    yield error({
      ...words,
      message: route
        ? `HTTPRoute ${name} has no rule with both ${services.join(
            ' and ',
          )}, so the weights of Rollout ${rollout} cannot be set (backendRef was not found in httpRoute).`
        : `Rollout ${rollout} divides requests in HTTPRoute ${name}, which does not exist.`,
      fix: 'List both Services under backendRefs of one rule; the weights are set by the controller.',
    });
  }
  const namespace = at(plugin, 'namespace');
  if (names.length === 0 || namespace === environment.namespace) return;
  yield error({
    ...words,
    message: `Rollout ${rollout} looks for its route in the namespace ${
      namespace ?? '""'
    }, and the route is in ${environment.namespace}.`,
    fix: `Set the plugin's namespace to ${environment.namespace} in patch-routing.yaml of the overlay.`,
  });
}

function* judgeBackends(environment: RenderedEnvironment): Iterable<Outcome> {
  const services = ofKind(environment, 'Service').map(
    ({ metadata }) => metadata.name,
  );
  for (const { object, rules } of entriesOf(environment)) {
    const lost = rules
      .flat()
      .filter(name => typeof name === 'string' && !services.includes(name));
    if (lost.length === 0) continue;
    yield error({
      path: `deploy/overlays/${environment.environment}`,
      message: `${object.kind} ${object.metadata.name} leads to ${lost.join(
        ' and ',
      )}, which ${lost.length === 1 ? 'is' : 'are'} no Service of ${
        environment.namespace
      }.`,
      fix: `Use one of ${services.join(', ')}.`,
      environments: [environment.environment],
    });
  }
}

function* judgeHosts(
  environment: RenderedEnvironment,
  { spec, platform }: Subject,
): Iterable<Outcome> {
  const open = entriesOf(environment).filter(
    ({ hostnames }) => hostnames.length === 0,
  );
  if (open.length === 0) return;
  const answers = ifKnown(spec)?.environments.find(
    ({ name }) => name === environment.environment,
  );
  const facts = ifKnown(platform);
  // Answers without any name are EX01's business.
  if (answers && facts && hostnameOf(spec, answers, facts) === undefined) {
    return;
  }
  for (const { object } of open) {
    yield error({
      path: `deploy/overlays/${environment.environment}/patch-exposure.yaml`,
      message: `${object.kind} ${object.metadata.name} has no host name in ${environment.environment}, so it takes the requests of every other service.`,
      fix: 'Add the host name in the overlay.',
      environments: [environment.environment],
    });
  }
}
