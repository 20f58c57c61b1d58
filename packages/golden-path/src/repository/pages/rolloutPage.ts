import { OVERLAYS } from '../../constants';
import { exposureOf } from '../../manifests/exposure/ways';
import { nameOf } from '../../manifests/metadata';
import {
  MINUTES_WITHOUT_DECISION,
  waitsForPerson,
} from '../../manifests/strategy/strategyPatches';
import { settingFile } from '../../packaging/places';
import { isProduction } from '../../spec/production';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { usesAnalysis, workloadKindOf } from '../../spec/workload';
import { describedAnalysis } from '../analysisLimits';
import { commandsAreFor, exampleNamespace } from '../environments';
import { blocks, code, command, commands } from '../markdown';
import { type Documented, type Page, WRITTEN_AGAIN } from '../page';
import { chosenCallers, describedStrategy } from '../strategySteps';

/** How a new version arrives, and how the old one comes back. */
export function rolloutPage(service: Documented): Page {
  const { spec } = service;
  return {
    file: 'rollout.md',
    title: 'How a new version arrives',
    text: blocks(
      migration(spec),
      arrival(service),
      '## Back to the old version',
      back(service),
      WRITTEN_AGAIN,
    ),
  };
}

function arrival(service: Documented): string {
  const { spec } = service;
  switch (workloadKindOf(spec)) {
    case 'Rollout':
      return byRollout(service);
    case 'Deployment':
      return byDeployment(service);
    case 'StatefulSet':
      return byStatefulSet(service);
    case 'CronJob':
      return `The next run of ${code(
        spec.name,
      )} uses the new version. A run that has begun ends with the old one.`;
  }
}

function migration({ name, migration: answered }: ServiceSpec) {
  if (answered === undefined) return undefined;
  const promise = answered.expandContract
    ? 'The old version runs on the changed database as well: a change that it cannot live with comes a version later.'
    : 'Whether the old version still runs on the changed database is not promised: look before you go back.';
  return blocks(
    '## The database first',
    `Before its pods start, the Job ${code(
      nameOf(name, 'migration'),
    )} runs ${code(
      command(...answered.command),
    )} in the new image. It is given up after ${code(
      answered.timeout,
    )}, and then nothing of the new version starts. ${promise}`,
  );
}

function byRollout(service: Documented): string {
  const { spec, platform } = service;
  const namespace = exampleNamespace(spec, platform);
  const plugin = (verb: string) =>
    command('kubectl', 'argo', 'rollouts', verb, spec.name, '-n', namespace);
  return blocks(
    '## Step by step',
    'The very first version has no old one beside it and gets all pods at once. Each later one:',
    describedStrategy(service),
    audience(spec),
    withoutDecision(service),
    usesAnalysis(spec) &&
      blocks('## What is measured', describedAnalysis(spec)),
    '## Look and decide',
    'The developer portal shows where a version stands and lets those who may promote and abort it. The same by hand:',
    commandsAreFor(spec, platform),
    commands(
      command(
        ...['kubectl', 'argo', 'rollouts', 'get', 'rollout', spec.name],
        ...['-n', namespace],
      ),
      plugin('promote'),
      plugin('abort'),
    ),
    'An aborted version stays in Git: the old one runs, and Argo CD calls the service degraded until the image in ' +
      'the overlay is changed, back or forward.',
  );
}

/** Who gets version B where the controller's steps do not say it. */
function audience(spec: ServiceSpec): string | undefined {
  return spec.delivery.strategy === 'ab' &&
    exposureOf(spec).kind === 'ingressNginx'
    ? `${chosenCallers(spec)} get it from the first step on.`
    : undefined;
}

function withoutDecision({ spec, platform }: Documented): string | undefined {
  const others = spec.environments.filter(
    ({ name }) => !isProduction(name, platform),
  );
  return waitsForPerson(spec) && others.length > 0
    ? `In ${others
        .map(({ name }) => code(name))
        .join(
          ' and ',
        )} nobody is waited for: it goes on after ${MINUTES_WITHOUT_DECISION} minutes.`
    : undefined;
}

function byDeployment({ spec, platform }: Documented): string {
  const { maxSurge, maxUnavailable, minReadySeconds, progressDeadlineSeconds } =
    spec.delivery;
  return blocks(
    '## Pod by pod',
    `New pods replace old ones, up to ${code(
      String(maxSurge),
    )} more than usual and up to ${code(
      String(maxUnavailable),
    )} fewer. The next pod follows when the one before has been ready for ${minReadySeconds} seconds.`,
    `If nothing moves for ${progressDeadlineSeconds} seconds, Argo CD calls the service degraded; the old pods that are left keep running.`,
    commandsAreFor(spec, platform),
    commands(
      command(
        ...['kubectl', 'rollout', 'status', `deployment/${spec.name}`],
        ...['-n', exampleNamespace(spec, platform)],
      ),
    ),
  );
}

function byStatefulSet({ spec, platform }: Documented): string {
  return blocks(
    '## Replica by replica',
    'New pods replace old ones from the highest number down, each after the one before is ready.',
    `To try a version on some replicas first, set \`partition\` in ${code(
      settingFile(spec, 'patch-workload.yaml'),
    )} of the overlay in the same pull request: replicas with a lower number keep the old version. A second pull request with \`partition: 0\` brings it to all.`,
    commandsAreFor(spec, platform),
    commands(
      command(
        ...['kubectl', 'rollout', 'status', `statefulset/${spec.name}`],
        ...['-n', exampleNamespace(spec, platform)],
      ),
    ),
  );
}

function back({ spec }: Documented): string {
  return blocks(
    `Revert the commit that changed ${code(
      spec.packaging === 'helm' ? 'tag' : 'newTag',
    )} and ${code('digest')} in the overlay's ${code(
      settingFile(spec, 'kustomization.yaml'),
    )}, below ${code(OVERLAYS)}. Argo CD applies it like any other change.`,
    'What is changed by hand in the cluster, Argo CD puts back.',
    spec.migration !== undefined &&
      'Going back does not undo the migration of the database.',
  );
}
