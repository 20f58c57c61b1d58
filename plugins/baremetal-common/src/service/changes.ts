import type { AnalysisView, RolloutDetail } from '../wire/rolloutView';
import type { ChangeEvent } from '../wire/serviceOverview';
import { failureWords } from '../delivery/analysisView';
import { WAITS_FOR_PERSON } from '../delivery/rolloutStatus';
import type { OverviewPlace } from './overviewInput';
import { runChanges } from './runChanges';

/** As many as fit below the environments without scrolling. */
const MOST = 8;

/** What changed lately, newest first, only from times that objects carry themselves. */
export function toChanges(
  places: readonly OverviewPlace[],
): readonly ChangeEvent[] {
  return places
    .flatMap(({ environment, rollouts }) =>
      rollouts.ok
        ? rollouts.value.flatMap(detail => changesOf(environment, detail))
        : [],
    )
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST);
}

function changesOf(environment: string, detail: RolloutDetail): ChangeEvent[] {
  if (detail.job) {
    return runChanges(environment, detail.job);
  }
  return [
    ...starts(environment, detail),
    ...detail.analyses.flatMap(analysis =>
      analysisChange(environment, detail, analysis),
    ),
    ...stateChange(environment, detail),
  ];
}

function starts(
  environment: string,
  { revisions }: RolloutDetail,
): ChangeEvent[] {
  return revisions.flatMap(({ startedAt, version, revision }, index) => {
    const before = revisions[index + 1];
    return startedAt === undefined
      ? []
      : [
          {
            at: startedAt,
            environment,
            kind: 'done' as const,
            title: before
              ? `Rollout ${before.version.text} → ${version.text} started`
              : `${version.text} deployed`,
            detail: `Revision ${revision}`,
            who: '',
          },
        ];
  });
}

function analysisChange(
  environment: string,
  { canary, stable }: RolloutDetail,
  analysis: AnalysisView,
): ChangeEvent[] {
  const { finishedAt, phase, step, metrics } = analysis;
  if (finishedAt === undefined) {
    return [];
  }
  const version = (canary ?? stable)?.text ?? 'the new version';
  const { kind, words } = outcomeOf(phase);
  return [
    {
      at: finishedAt,
      environment,
      kind,
      title: `Analysis of ${version} ${words}`,
      detail: [
        ...(step === undefined ? [] : [`Step ${step}`]),
        failureWords(analysis) ??
          metrics
            .map(({ name, status }) => `${name}: ${status.words}`)
            .join(', '),
      ].join(': '),
      who: 'automatic',
    },
  ];
}

function outcomeOf(phase: AnalysisView['phase']): {
  readonly kind: ChangeEvent['kind'];
  readonly words: string;
} {
  switch (phase) {
    case 'successful':
      return { kind: 'done', words: 'was good' };
    case 'inconclusive':
      return { kind: 'waits', words: 'is undecided' };
    case 'failed':
    case 'error':
      return { kind: 'failed', words: 'failed' };
    case 'running':
    case 'pending':
      return { kind: 'moves', words: 'runs' };
  }
}

function stateChange(
  environment: string,
  detail: RolloutDetail,
): ChangeEvent[] {
  const { since: at, phase, weight, message = '' } = detail;
  const version = (detail.canary ?? detail.stable)?.text ?? detail.name;
  if (at === undefined) {
    return [];
  }
  const share = weight === undefined ? '' : ` at ${weight} %`;
  const event = { at, environment, detail: message, who: 'automatic' };
  switch (phase) {
    case 'paused':
      return [
        {
          ...event,
          kind: 'waits',
          title:
            detail.status.words === WAITS_FOR_PERSON
              ? `Canary ${version} waits for a person${share}`
              : `Canary ${version} pauses${share}`,
        },
      ];
    case 'aborted':
      return [
        { ...event, kind: 'failed', title: `Rollout of ${version} aborted` },
      ];
    case 'degraded':
      return [{ ...event, kind: 'failed', title: `${version} is degraded` }];
    case 'healthy':
    case 'notRun':
      return [{ ...event, kind: 'done', title: `${version} is healthy` }];
    case 'progressing':
    case 'invalid':
    case 'unknown':
      return [];
  }
}
