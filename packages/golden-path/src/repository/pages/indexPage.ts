import { namespaceOf } from '@baremetal/backstage-plugin-baremetal-common';
import { BASE, LOCK_FILE, OVERLAYS } from '../../constants';
import { hostnameOf } from '../../manifests/exposure/hostname';
import { exposureOf, isReachedByName } from '../../manifests/exposure/ways';
import { jobOf } from '../../manifests/cronJob';
import {
  CHART,
  imagePlace,
  objectPlace,
  valuesFileOf,
} from '../../packaging/places';
import { isProduction } from '../../spec/production';
import { leastPodsOf, mostPodsOf } from '../../spec/replicas';
import { deployedBranch } from '../../spec/deployedBranch';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { answersRequests, workloadKindOf } from '../../spec/workload';
import { clustersOf } from '../environments';
import { blocks, code, list, prose, table } from '../markdown';
import { type Documented, type Page, WRITTEN_AGAIN } from '../page';

/** What the service is, where it runs, and where to read on. */
export function indexPage(service: Documented, others: readonly Page[]): Page {
  const { spec } = service;
  return {
    file: 'index.md',
    title: spec.name,
    text: blocks(
      prose(spec.description),
      table(['', ''], answers(service)),
      '## Environments',
      'In promotion order.',
      environments(service),
      '## How a change gets there',
      list(wayOfChange(service)),
      '## What is deployed',
      whereFrom(spec),
      objects(service),
      '## Read on',
      list(others.map(({ file, title }) => `[${title}](${file})`)),
      WRITTEN_AGAIN,
    ),
  };
}

function answers({ spec }: Documented): string[][] {
  return [
    ['what it does', purpose(spec)],
    ['owner', code(spec.owner)],
    ...(spec.system ? [['system', code(spec.system)]] : []),
    ['image', code(spec.image.repository)],
    [
      'runs as',
      `${workloadKindOf(spec)} on machines of the class ${code(
        spec.hardwareClass,
      )}`,
    ],
    ['reached', reach(spec)],
    ['answers it was made from', code(LOCK_FILE)],
  ];
}

function purpose(spec: ServiceSpec): string {
  const { live, ready, metrics } = spec.paths;
  switch (spec.archetype) {
    case 'service':
      return (
        `answers requests on port ${spec.port}; health at ${code(live)}, ` +
        `readiness at ${code(ready)}, metrics at ${code(metrics)}`
      );
    case 'worker':
      return `works off what waits; health and metrics on port ${spec.port}`;
    case 'job': {
      const { schedule, timeZone } = jobOf(spec);
      return `runs at ${code(schedule)} (${code(timeZone)})`;
    }
  }
}

function reach(spec: ServiceSpec): string {
  if (!answersRequests(spec)) return 'by nobody: it has no Service';
  const exposure = exposureOf(spec);
  switch (exposure.kind) {
    case 'clusterOnly':
      return 'from inside its cluster only';
    case 'gatewayApi':
      return "through the platform's Gateway";
    case 'ingressNginx':
      return 'through ingress-nginx';
    case 'cloudflareTunnel':
      return exposure.to === 'gateway'
        ? "through Cloudflare's tunnel and the platform's Gateway"
        : "through Cloudflare's tunnel";
    case 'ciliumLb':
      return 'at an address of its own, from a load balancer';
  }
}

function environments({ spec, platform }: Documented): string {
  const named = isReachedByName(spec);
  return table(
    [
      'environment',
      'where',
      'pods',
      'CPU and memory of each',
      ...(named ? ['reached at'] : []),
    ],
    spec.environments.map(environment => {
      const { name, cpu, memory } = environment;
      const host = hostnameOf(spec, environment, platform);
      return [
        code(name),
        `${code(namespaceOf(spec.name, name))} in ${clustersOf(
          name,
          platform,
        )}`,
        podsOf(spec, environment),
        `${code(cpu)}, ${code(memory)}`,
        ...(named ? [host ? code(host) : 'no host name yet'] : []),
      ];
    }),
  );
}

function podsOf(
  spec: ServiceSpec,
  environment: ServiceSpec['environments'][number],
): string {
  if (spec.archetype === 'job') return 'one during a run';
  const least = leastPodsOf(spec, environment);
  const most = mostPodsOf(spec, environment);
  return least === most ? String(least) : `${least} to ${most}`;
}

function wayOfChange({ spec, platform }: Documented): string[] {
  const [first, ...later] = spec.environments.map(({ name }) => name);
  return [
    `Argo CD applies what is on ${code(
      deployedBranch(spec),
    )}. What it applies and where is in \`argocd/applicationset.yaml\`.`,
    `A new image is first named in ${code(imagePlace(spec, first ?? ''))}.`,
    ...later.map(
      (name, index) =>
        `From ${code(spec.environments[index]!.name)} to ${code(
          name,
        )} it goes by a promotion: a pull request, asked for in the developer portal.`,
    ),
    ...spec.environments
      .filter(({ name }) => isProduction(name, platform))
      .map(({ name }) => `${code(name)} ${whenApplied(spec)}`),
  ];
}

function whenApplied({ productionSync }: ServiceSpec): string {
  switch (productionSync.mode) {
    case 'automated':
      return 'follows as soon as the promotion is merged.';
    case 'manual':
      return 'follows when a person presses Sync in Argo CD.';
    case 'window':
      return `follows in a window only: from ${code(
        productionSync.schedule,
      )} (${code(productionSync.timeZone)}) for ${code(
        productionSync.duration,
      )}.`;
  }
}

function whereFrom({ packaging }: ServiceSpec): string {
  switch (packaging) {
    case 'kustomize':
      return `From ${code(
        BASE,
      )}, with the sizes of each environment from its overlay.`;
    case 'helm':
      return `From the chart ${code(
        CHART,
      )}, with the values of each environment from ${code(
        valuesFileOf(`${OVERLAYS}/<environment>`),
      )}.`;
  }
}

function objects({ objects: all, spec }: Documented): string {
  return table(
    ['kind', 'name', 'file'],
    [...all].map(([file, { kind, metadata }]) => [
      kind,
      code(metadata.name),
      code(objectPlace(spec, file)),
    ]),
  );
}
