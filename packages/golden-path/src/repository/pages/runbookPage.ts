import { STORE } from '../../constants';
import { nameOf } from '../../manifests/metadata';
import { databaseOf, keepsStore } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { workloadKindOf } from '../../spec/workload';
import { describedClaims } from '../claims';
import { commandsAreFor, exampleNamespace } from '../environments';
import { blocks, code, command, commands, list, prose } from '../markdown';
import type { Documented, Page } from '../page';
import { alertsOf } from './sloPage';

/** What to do at three in the morning. Written once: from then on it is the team's. */
export function runbookPage(service: Documented): Page {
  const { spec, platform } = service;
  return {
    file: 'runbook.md',
    title: 'Runbook',
    text: blocks(
      'Written once, with the names of this service. From now on it is yours: an upgrade leaves it alone.',
      list([
        `The service belongs to ${code(spec.owner)}.`,
        `Machines, storage and clusters belong to ${code(
          platform.platformTeam,
        )}.`,
      ]),
      '## Look first',
      `The page of the service in the developer portal shows ${shown(
        service,
      )}. The same by hand:`,
      commandsAreFor(spec, platform),
      commands(...looks(service)),
      '## When an alert comes',
      list(
        alertsOf(service).map(
          ({ alert, labels, annotations }) =>
            `${code(alert)} (${code(labels.severity)}): ${prose(
              annotations.summary,
            )}`,
        ),
      ),
      'Did a version arrive just before? Then bring the old one back: [How a new version arrives](rollout.md).',
      ...causes(service),
    ),
  };
}

function shown({ spec }: Documented): string {
  const things = [
    workloadKindOf(spec) === 'Rollout'
      ? 'versions, also those that wait'
      : 'versions',
    ...(spec.archetype === 'job' ? ['its last runs'] : []),
    ...(describedClaims(spec).length > 0 ? ['copies of its data'] : []),
  ];
  return `${things.join(', ')} and room for more pods`;
}

function looks({ spec, platform }: Documented): string[] {
  const workload = workloadKindOf(spec).toLowerCase();
  const claims = describedClaims(spec).length > 0 ? ',pvc' : '';
  const namespace = exampleNamespace(spec, platform);
  const kubectl = (...words: string[]) =>
    command('kubectl', ...words, '-n', namespace);
  return [
    kubectl('get', `${workload},pod${claims}`),
    kubectl('get', 'events', '--sort-by=.lastTimestamp'),
    ...(workload === 'cronjob'
      ? [kubectl('get', 'job'), kubectl('logs', 'job/<run>')]
      : [
          kubectl(
            'logs',
            '-l',
            `app.kubernetes.io/name=${spec.name}`,
            '--tail=100',
          ),
        ]),
  ];
}

function causes({ spec, platform }: Documented): string[] {
  const kubectl = (...words: string[]) =>
    command('kubectl', ...words, '-n', exampleNamespace(spec, platform));
  return [
    '## When a pod does not start',
    list(notStarting(spec)),
    ...(spec.archetype === 'job'
      ? [
          '## When a run is missing or has failed',
          'Start one by hand, with the version and the settings of now:',
          commands(
            kubectl(
              ...['create', 'job', `${spec.name}-by-hand`],
              `--from=cronjob/${spec.name}`,
            ),
          ),
        ]
      : []),
    ...(keepsStore(spec)
      ? [
          '## When the database does not answer',
          commands(
            kubectl('logs', `${nameOf(spec.name, 'store')}-0`, '--tail=100'),
            kubectl(
              ...['exec', '-it', `${nameOf(spec.name, 'store')}-0`, '--'],
              ...['psql', '-U', databaseOf(spec)!, '-d', databaseOf(spec)!],
            ),
          ),
          `It listens on port ${STORE.port}. Where its data lies: [storage](storage.md).`,
        ]
      : []),
  ];
}

function notStarting(spec: ServiceSpec): string[] {
  const isJob = spec.archetype === 'job';
  const reasons = [
    `no machine of the class ${code(spec.hardwareClass)} has room`,
    ...(describedClaims(spec).length > 0 ? ['its claim cannot be placed'] : []),
    // One pod at a time is not spread.
    ...(isJob ? [] : ['the spread over power domains does not allow it']),
  ];
  return [
    `${code('Pending')}: ${reasons.join(
      ', or ',
    )}. The events of the pod say which.`,
    `${code(
      'ImagePullBackOff',
    )}: the tag or the digest in the overlay is not in the registry.`,
    ...(keepsStore(spec)
      ? [
          `${code(
            'CreateContainerConfigError',
          )} or a volume that is not mounted: the Secret ${code(
            `${spec.name}-db-credentials`,
          )} is missing.`,
        ]
      : []),
    // A pod of a job is never started again: another one takes its place.
    isJob
      ? `${code('Error')}: the run failed; read its last words with ${code(
          'kubectl logs <pod>',
        )}.`
      : `${code('CrashLoopBackOff')}: read its last words with ${code(
          'kubectl logs <pod> --previous',
        )}.`,
  ];
}
