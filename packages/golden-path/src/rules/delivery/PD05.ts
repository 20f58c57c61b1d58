import { at, listAt } from '../kube';
import { error, type Rule } from '../rule';
import { dividesRequests, exposureOf } from '../../manifests/exposure/ways';
import { type Strategy, strategiesOf } from './strategy';

/** Not every router can do everything; the controller refuses the rest, or the router leaves it undone in silence. */
export const PD05: Rule = {
  id: 'PD05',
  title: 'Steps ask of the router only what it can do',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const strategy of strategiesOf(environment)) {
        for (const [index, step] of strategy.steps.entries()) {
          for (const { message, fix } of wrongWith(step, strategy)) {
            yield error({
              path: `deploy/base/rollout.yaml#/spec/strategy/canary/steps/${index}`,
              message: `Step ${index + 1} of Rollout ${
                strategy.rollout
              } ${message}.`,
              fix,
              environments: [environment.environment],
            });
          }
        }
      }
    }
    const { strategy, ab } = spec.delivery;
    if (
      strategy === 'ab' &&
      dividesRequests(spec) &&
      exposureOf(spec).kind === 'ingressNginx' &&
      ab.by === 'cookie' &&
      ab.value !== 'always'
    ) {
      yield error({
        path: 'delivery.ab.value',
        message: `ingress-nginx sends a caller to the new version only when the cookie is "always", so "${ab.value}" would never get there.`,
        fix: 'Use the value always, a header instead of a cookie, or gatewayApi.',
        repair: [{ path: 'delivery.ab.value', value: 'always' }],
      });
    }
  },
};

interface Wrong {
  readonly message: string;
  readonly fix: string;
}

const REFUSED = 'and the controller refuses it (InvalidSpec)';
const WITH_HEADERS = ['istio', 'alb', 'apisix', 'plugins'];
const WITH_EXPERIMENTS = ['istio', 'alb', 'smi', 'plugins'];

function wrongWith(step: unknown, { trafficRouting }: Strategy): Wrong[] {
  const header = at(step, 'setHeaderRoute');
  const mirror = at(step, 'setMirrorRoute');
  return [
    ...(header === undefined ? [] : wrongHeader(header, trafficRouting)),
    // The plugin for the Gateway API accepts it and does nothing.
    ...(mirror !== undefined && !canDo(trafficRouting, ['istio'])
      ? [
          {
            message:
              'mirrors requests (setMirrorRoute), which no router here does: nothing would be mirrored',
            fix: 'Remove the step.',
          },
        ]
      : []),
    ...wrongMirror(mirror),
    ...[header, mirror].flatMap(route => unmanaged(route, trafficRouting)),
    ...(hasWeightedExperiment(step) && !canDo(trafficRouting, WITH_EXPERIMENTS)
      ? [
          {
            message: `gives an experiment a weight, which this router cannot, ${REFUSED}`,
            fix: 'Leave the weight out, or expose the service by gatewayApi.',
          },
        ]
      : []),
  ];
}

function wrongHeader(header: unknown, trafficRouting: unknown): Wrong[] {
  if (!canDo(trafficRouting, WITH_HEADERS)) {
    return [
      {
        message: `sends requests with a header to the new version (setHeaderRoute), which this router cannot, ${REFUSED}`,
        fix: 'Expose the service by gatewayApi; behind ingress-nginx use additionalIngressAnnotations (canary-by-header).',
      },
    ];
  }
  const isUnclear = listAt(header, 'match').some(match =>
    isUnclearMatch(at(match, 'headerValue')),
  );
  return isUnclear
    ? [
        {
          message: `compares a header with none or several of exact, prefix and regex, ${REFUSED}`,
          fix: 'Use exactly one of them.',
        },
      ]
    : [];
}

/** Of a request, one or more may be compared: method, path and headers by their names. */
function wrongMirror(mirror: unknown): Wrong[] {
  const compared = listAt(mirror, 'match').flatMap(match => [
    ...['method', 'path'].flatMap(field => at(match, field) ?? []),
    ...Object.values((at(match, 'headers') ?? {}) as object),
  ]);
  return compared.some(isUnclearMatch)
    ? [
        {
          message: `compares a method, a path or a header with none or several of exact, prefix and regex, ${REFUSED}`,
          fix: 'Use exactly one of them.',
        },
      ]
    : [];
}

function isUnclearMatch(match: unknown): boolean {
  const ways = ['exact', 'prefix', 'regex'].filter(
    way => (at(match, way) ?? '') !== '',
  );
  return ways.length !== 1;
}

function unmanaged(route: unknown, trafficRouting: unknown): Wrong[] {
  if (route === undefined || trafficRouting === undefined) return [];
  const name = at(route, 'name');
  return listAt(trafficRouting, 'managedRoutes').some(
    managed => at(managed, 'name') === name,
  )
    ? []
    : [
        {
          message: `adds the route ${name}, which managedRoutes does not list, ${REFUSED}`,
          fix: `Add { name: ${name} } to trafficRouting.managedRoutes.`,
        },
      ];
}

function hasWeightedExperiment(step: unknown): boolean {
  return listAt(step, 'experiment', 'templates').some(
    template => at(template, 'weight') !== undefined,
  );
}

function canDo(trafficRouting: unknown, routers: readonly string[]): boolean {
  return routers.some(router => at(trafficRouting, router) !== undefined);
}
