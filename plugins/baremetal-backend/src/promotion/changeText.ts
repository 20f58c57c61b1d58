import {
  shortDigest,
  versionWords,
  type Candidate,
  type FileDiff,
  type GateView,
} from '@baremetal/backstage-plugin-baremetal-common';

/** What the texts of a pull request are made of. */
export interface ChangeFacts {
  readonly id: string;
  readonly serviceName: string;
  readonly entityRef: string;
  readonly from: string;
  readonly to: string;
  readonly candidate: Candidate;
  readonly previous: { readonly tag?: string; readonly digest?: string };
  readonly requestedBy: string;
  readonly reformatted: boolean;
  readonly gates: readonly GateView[];
  readonly diff: FileDiff;
  readonly appUrl: string;
}

export function changeTitle(facts: ChangeFacts): string {
  const { serviceName, from, to, candidate } = facts;
  return `${serviceName}: ${from} → ${to} ${versionWords(candidate)}`;
}

/** With trailers, so that Git alone can tell what was promoted and why. */
export function commitMessage(facts: ChangeFacts): string {
  const { serviceName, to, candidate, id, entityRef, from } = facts;
  return [
    `Promote ${serviceName} ${versionWords(candidate)} to ${to}`,
    '',
    `It runs in ${from} as ${candidate.digest}.`,
    '',
    `Promotion-Id: ${id}`,
    `Promotion-Service: ${entityRef}`,
    `Promotion-From: ${from}`,
    `Promotion-To: ${to}`,
    `Promotion-Digest: ${candidate.digest}`,
    '',
  ].join('\n');
}

export function mergeMessage(record: {
  readonly service: { readonly name: string };
  readonly to: string;
  readonly candidate: Candidate;
  readonly id: string;
}): string {
  const { service, to, candidate, id } = record;
  return [
    `Promote ${service.name} ${versionWords(candidate)} to ${to}`,
    '',
    `Promotion-Id: ${id}`,
  ].join('\n');
}

const MARKS: Record<GateView['state'], string> = {
  passed: 'passed',
  warning: 'warning',
  failed: 'failed',
  pending: 'pending',
  person: 'waits for a person',
  unknown: 'not known',
};

const SIGNS = { same: ' ', removed: '-', added: '+' } as const;

/** The text of the pull request: what, why it may, and the marker that says it is ours. */
export function changeBody(facts: ChangeFacts, marker: string): string {
  const { candidate, previous, diff } = facts;
  const before =
    previous.tag ??
    (previous.digest ? shortDigest(previous.digest) : 'unknown');
  return [
    `Sets the image of **${facts.to}** to what **${facts.from}** runs.`,
    '',
    `| | |`,
    `| --- | --- |`,
    `| Image | \`${candidate.repository}\` |`,
    `| Version | \`${before}\` → \`${versionWords(candidate)}\` |`,
    `| Digest | \`${candidate.digest}\` |`,
    `| Asked for by | \`${facts.requestedBy}\` |`,
    '',
    '### Gates when it was asked for',
    '',
    '| | | |',
    '| --- | --- | --- |',
    ...facts.gates.map(
      ({ title, state, sentence }) =>
        `| ${title} | ${MARKS[state]} | ${cell(sentence)} |`,
    ),
    '',
    `### ${diff.path}`,
    '',
    ...(facts.reformatted
      ? ['The file could not be edited in place and was written anew.', '']
      : []),
    '```diff',
    ...diff.lines.map(({ kind, text }) => `${SIGNS[kind]}${text}`),
    '```',
    '',
    `Approve and merge it at ${facts.appUrl}/baremetal/promotions/${facts.id}: approvals are recorded there.`,
    '',
    '### The way back',
    '',
    'Revert this pull request. While the rollout is still on its way, aborting it is faster; revert then too, or Git and the cluster differ.',
    '',
    marker,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
