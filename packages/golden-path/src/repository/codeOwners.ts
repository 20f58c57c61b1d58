import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { OVERLAYS } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';

/** The team owns its repository; what runs in production is looked at by the platform team as well. */
export function codeOwners(spec: ServiceSpec, platform: PlatformFacts): string {
  const team = handle(spec.owner, spec.repo.owner);
  const platformTeam = handle(platform.platformTeam, spec.repo.owner);
  const production = spec.environments.filter(({ name }) =>
    platform.environments.some(
      environment => environment.name === name && environment.production,
    ),
  );
  return [
    '# Two spellings of each line: hosts disagree whether a pattern is a path or a regular expression.',
    `* ${team}`,
    `.* ${team}`,
    ...production.flatMap(({ name }) => [
      `/${OVERLAYS}/${name}/ ${team} ${platformTeam}`,
      `${OVERLAYS}/${name}/.* ${team} ${platformTeam}`,
    ]),
    '',
  ].join('\n');
}

function handle(entityRef: string, organisation: string): string {
  return `@${word(organisation)}/${word(entityRef.split('/').pop() ?? '')}`;
}

// A space or a line break would make another owner or another rule of the rest.
function word(text: string): string {
  return text.replace(/[^\w.-]+/g, '-');
}
