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
      'The page of the service in the developer portal shows versions, waiting canaries, copies of its data and room ' +
        'for more pods. The same by hand:',
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

function looks({ spec, platform }: Documented): string[] {
  const kind = workloadKindOf(spec).toLowerCase();
  const namespace = exampleNamespace(spec, platform);
  const kubectl = (...words: string[]) =>
    command('kubectl', ...words, '-n', namespace);
  return [
    kubectl('get', `${kind},pod,pvc`),
    kubectl('get', 'events', '--sort-by=.lastTimestamp'),
    ...(kind === 'cronjob'
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
  return [
    `${code('Pending')}: no machine of the class ${code(
      spec.hardwareClass,
    )} has room, or ${
      describedClaims(spec).length > 0 ? 'its claim cannot be placed, or ' : ''
    }the spread over power domains does not allow it. The events of the pod say which.`,
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
    `${code('CrashLoopBackOff')}: read its last words with ${code(
      'kubectl logs <pod> --previous',
    )}.`,
  ];
}
