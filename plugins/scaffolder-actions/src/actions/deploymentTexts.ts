import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '@baremetal/golden-path';

/** The text of the pull request to the service's repository: what comes, and what the service has to do for it. */
export function deploymentChangeBody(
  spec: ServiceSpec,
  platform: PlatformFacts,
): string {
  return [
    'Adds what deploys this service. Source, documentation and automation stay as they are.',
    '',
    '| | |',
    '| --- | --- |',
    '| `deploy/` | its objects, with one overlay or one set of values per environment |',
    '| `argocd/` | what Argo CD may apply, and where |',
    '| `.baremetal/golden-path.yaml` | the answers it was made from |',
    '| `catalog-info.yaml` | the annotations that its pages in the portal need |',
    '',
    '### What the service has to do',
    '',
    ...duties(spec).map(line => `- ${line}`),
    '',
    '### After this is merged',
    '',
    `The pull request "Register ${spec.name}" to ${platform.platformRepo.owner}/${platform.platformRepo.name} lets Argo CD apply it. A repository that is not in the catalog yet has to be registered there.`,
    '',
  ].join('\n');
}

function duties(spec: ServiceSpec): string[] {
  const { image, port, paths } = spec;
  const tagged = `be pushed as \`${image.repository}:${image.tag}\` before the first sync, or the tag changed in every environment`;
  if (spec.archetype === 'job') {
    return [
      tagged,
      'end with 0 when its run succeeded, and with anything else when it did not',
    ];
  }
  return [
    tagged,
    `listen on port ${port}, which it is told as \`PORT\``,
    `answer \`${paths.live}\` while it lives, \`${paths.ready}\` while it may be asked, and \`${paths.metrics}\` with its metrics`,
    ...(spec.archetype === 'service'
      ? [
          'count requests in the histogram `http_request_duration_seconds` with the label `code`: alerts and the analysis of new versions read it',
        ]
      : []),
    'run as any user but root, and write to `/tmp` only',
    'end within `DRAIN_SECONDS` of SIGTERM',
  ];
}

/** The text of the pull request to the platform's repository. */
export function registrationChangeBody(
  { name, repo, environments }: ServiceSpec,
  deploymentUrl: string,
): string {
  return [
    `Lets Argo CD apply ${name} from ${repo.owner}/${
      repo.name
    } to ${environments.map(environment => environment.name).join(', ')}.`,
    ...(deploymentUrl === ''
      ? []
      : [
          '',
          `Merge ${deploymentUrl} first: its overlays are not there before.`,
        ]),
    '',
  ].join('\n');
}
