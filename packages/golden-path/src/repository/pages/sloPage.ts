import { APP_CONTAINER } from '../../constants';
import { objectPlace } from '../../packaging/places';
import { errorRatio } from '../../manifests/serviceLevel';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { answersRequests } from '../../spec/workload';
import { exampleNamespace } from '../environments';
import { blocks, code, fenced, prose, table } from '../markdown';
import { type Documented, type Page, WRITTEN_AGAIN } from '../page';

const DAYS = 30;

interface AlertRule {
  readonly alert: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

interface PrometheusRuleSpec {
  readonly groups: readonly { readonly rules: readonly AlertRule[] }[];
}

/** What the service promises, and when somebody is woken because it does not keep it. */
export function sloPage(service: Documented): Page {
  const { spec } = service;
  return {
    file: 'slo.md',
    title: 'What it promises',
    text: blocks(
      answersRequests(spec) ? promise(service) : noRequests(spec),
      '## Alerts',
      'A `page` wakes somebody, a `ticket` waits for the morning.',
      table(
        ['alert', 'severity', 'says'],
        alertsOf(service).map(({ alert, labels, annotations }) => [
          code(alert),
          code(labels.severity),
          prose(annotations.summary),
        ]),
      ),
      '## Dashboard',
      `Grafana shows the dashboard ${code(spec.name)}, from ${code(
        objectPlace(spec, 'dashboard-configmap.yaml'),
      )}.`,
      WRITTEN_AGAIN,
    ),
  };
}

/** Alerts of all generated PrometheusRules. */
export function alertsOf({ objects }: Documented): AlertRule[] {
  return [...objects.values()]
    .filter(({ kind }) => kind === 'PrometheusRule')
    .flatMap(({ spec }) => (spec as PrometheusRuleSpec).groups)
    .flatMap(({ rules }) => rules);
}

function promise({ spec, platform }: Documented): string {
  const { availability, expectedRps, zeroDowntime } = spec.slo;
  const selector = `namespace="${exampleNamespace(
    spec,
    platform,
  )}",container="${APP_CONTAINER}"`;
  return blocks(
    `**${percent(
      availability,
    )} of the requests succeed**, over ${DAYS} days. A request fails when it is answered ` +
      'with a status of 500 or more.',
    `So ${percent(
      1 - availability,
    )} of them may fail. If every request failed, that budget would last ` +
      `${lasting(1 - availability)}.`,
    expectedRps !== undefined &&
      `About ${expectedRps} requests per second are usual, so ${failures(
        expectedRps,
        availability,
      )} of them may fail in ${DAYS} days.`,
    zeroDowntime &&
      'There is no moment without a pod that answers, not even while a new version arrives.',
    'Share of the requests that failed, as Prometheus counts it:',
    fenced('promql', errorRatio(selector, `${DAYS}d`)),
  );
}

function noRequests({ archetype, name }: ServiceSpec): string {
  return archetype === 'job'
    ? `${code(
        name,
      )} answers no requests, so there is no share of them to promise. What counts is that its runs succeed.`
    : `${code(
        name,
      )} answers no requests, so there is no share of them to promise. What counts is that it keeps running.`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}

function lasting(budget: number): string {
  const minutes = budget * DAYS * 24 * 60;
  return minutes < 120
    ? `${Number(minutes.toFixed(1))} minutes`
    : `${Number((minutes / 60).toFixed(1))} hours`;
}

function failures(requestsPerSecond: number, availability: number): number {
  return Math.round(requestsPerSecond * (1 - availability) * DAYS * 86_400);
}
