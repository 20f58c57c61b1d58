import type {
  AnswerChange,
  ExposureFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { factsOf, hostnameOf } from '../../manifests/exposure/hostname';
import {
  type Exposure,
  exposureOf,
  isReachedByName,
} from '../../manifests/exposure/ways';
import { error, type Outcome, type Rule, type Subject } from '../rule';

/** A route to a Gateway that does not exist, or an address from a pool that does not exist, lets nobody in. */
export const EX01: Rule = {
  id: 'EX01',
  title: 'The platform has what a service is reached through',
  *check(subject) {
    const { spec, platform } = subject;
    const lack = lackOf(exposureOf(spec), platform.exposure ?? {});
    if (lack) {
      yield error({
        path: lack.path ?? 'exposure.kind',
        message: lack.message,
        fix: lack.fix ?? askFor(lack.key),
        repair: lack.repair,
      });
    }
    yield* namelessOf(subject);
    if (spec.edge === 'caddy') yield* edgeOf(subject);
  },
};

interface Lack {
  readonly message: string;
  /** What the platform team would configure. */
  readonly key: string;
  readonly path?: string;
  readonly fix?: string;
  readonly repair?: readonly AnswerChange[];
}

function lackOf(way: Exposure, facts: ExposureFacts): Lack | undefined {
  switch (way.kind) {
    case 'clusterOnly':
      return undefined;
    case 'gatewayApi':
      return gatewayLack(facts);
    case 'ingressNginx':
      return ingressLack(way.className, facts);
    case 'cloudflareTunnel':
      if (facts.tunnel === undefined) {
        return {
          message:
            'The platform has no Cloudflare tunnel configured, so nobody would come in through it.',
          key: 'exposure.tunnel',
        };
      }
      if (way.to === 'service') return undefined;
      return facts.gateway && facts.tunnel.gatewayHost === undefined
        ? {
            message:
              'Nobody has configured how the tunnel reaches the Gateway, so its entry cannot be written.',
            key: 'exposure.tunnel.gatewayHost',
          }
        : gatewayLack(facts);
    case 'ciliumLb':
      return poolLack(way.pool, facts);
  }
}

function gatewayLack({ gateway }: ExposureFacts): Lack | undefined {
  return gateway
    ? undefined
    : {
        message:
          'The platform has no Gateway configured, so a route would belong to nothing.',
        key: 'exposure.gateway',
      };
}

function ingressLack(
  className: string,
  { ingress }: ExposureFacts,
): Lack | undefined {
  const key = 'exposure.ingress';
  if (ingress === undefined) {
    return {
      message:
        'The platform has no ingress-nginx configured, so nothing would act on an Ingress.',
      key,
    };
  }
  return className === ingress.className
    ? undefined
    : {
        message: `No controller acts on Ingresses of the class "${className}".`,
        key,
        path: 'exposure.className',
        fix: `Use ${ingress.className}.`,
        repair: [{ path: 'exposure.className', value: ingress.className }],
      };
}

function poolLack(
  pool: string | undefined,
  { addressPools }: ExposureFacts,
): Lack | undefined {
  const key = 'exposure.addressPools';
  if (addressPools === undefined) {
    return {
      message:
        'The platform has no address pools configured, so a load balancer would wait for an address for ever.',
      key,
    };
  }
  return pool === undefined || addressPools.includes(pool)
    ? undefined
    : {
        message: `The platform has no address pool "${pool}", so the load balancer would wait for an address for ever.`,
        key,
        path: 'exposure.pool',
        fix: `Use ${addressPools.join(' or ')}.`,
        repair:
          addressPools.length === 1
            ? [{ path: 'exposure.pool', value: addressPools[0] }]
            : undefined,
      };
}

function* namelessOf({ spec, platform }: Subject): Iterable<Outcome> {
  if (!isReachedByName(spec)) return;
  for (const environment of spec.environments) {
    const { name } = environment;
    if (
      factsOf(environment, platform) === undefined ||
      hostnameOf(spec, environment, platform) !== undefined
    ) {
      continue;
    }
    yield error({
      path: `environments.${name}.hostname`,
      message: `The service has no host name in ${name}, and the platform has no domain there to make one from.`,
      fix: `Answer a host name, or ask the platform team to set the domain of ${name} in its configuration.`,
      environments: [name],
    });
  }
}

function* edgeOf({ spec, platform }: Subject): Iterable<Outcome> {
  if (platform.exposure?.caddy === undefined) {
    yield error({
      path: 'edge',
      message:
        'The platform has no Caddy in front of its clusters configured, so nobody would use its site.',
      fix: askFor('exposure.caddy'),
    });
    return;
  }
  for (const environment of spec.environments) {
    const { name } = environment;
    const facts = factsOf(environment, platform);
    if (facts === undefined || facts.entry !== undefined) continue;
    yield error({
      path: 'edge',
      message:
        'Nobody has configured where Caddy reaches the cluster, so its site cannot be written.',
      fix: 'Answer none, or ask the platform team to set the entry of the environment in its configuration.',
      environments: [name],
    });
  }
}

function askFor(key: string): string {
  return `Choose another way, or ask the platform team to set baremetal.${key}.`;
}
