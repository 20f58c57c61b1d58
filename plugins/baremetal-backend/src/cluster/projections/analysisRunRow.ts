import type {
  AnalysisPhase,
  AnalysisRunRow,
  MetricResultRow,
  MetricRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';
import { toMeta, toNumber, type RawObject } from './rawMeta';

interface RawAnalysisRun extends RawObject {
  readonly spec?: {
    readonly metrics?: readonly RawMetric[];
    readonly args?: readonly {
      readonly name: string;
      readonly value?: string;
    }[];
    readonly dryRun?: readonly { readonly metricName: string }[];
  };
  readonly status?: {
    readonly phase?: AnalysisPhase;
    readonly message?: string;
    readonly startedAt?: string;
    readonly completedAt?: string;
    readonly metricResults?: readonly RawResult[];
  };
}

interface RawMetric {
  readonly name: string;
  readonly interval?: string;
  readonly count?: number | string;
  readonly failureLimit?: number | string;
  readonly successCondition?: string;
  readonly failureCondition?: string;
  readonly provider?: { readonly prometheus?: { readonly query?: string } };
}

interface RawResult {
  readonly name: string;
  readonly phase?: AnalysisPhase;
  readonly message?: string;
  readonly count?: number;
  readonly successful?: number;
  readonly failed?: number;
  readonly inconclusive?: number;
  readonly error?: number;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly measurements?: readonly {
    readonly phase?: AnalysisPhase;
    readonly value?: string;
    readonly startedAt?: string;
    readonly finishedAt?: string;
    readonly message?: string;
  }[];
}

type FillIn = (text: string | undefined) => string | undefined;

export function toAnalysisRunRow(
  run: RawAnalysisRun,
  intern: Interner,
): AnalysisRunRow {
  const { metadata, spec = {}, status = {} } = run;
  const labels = metadata.labels ?? {};
  const fillIn = argumentsOf(spec.args);
  return {
    ...toMeta(run, intern),
    runType: labels['rollout-type'],
    stepIndex: toNumber(labels['step-index']),
    podHash: labels['rollouts-pod-template-hash'],
    revision: toNumber(metadata.annotations?.['rollout.argoproj.io/revision']),
    phase: status.phase ?? '',
    message: status.message,
    startedAt: status.startedAt,
    completedAt: status.completedAt,
    metrics: (spec.metrics ?? []).map(metric =>
      toMetric(metric, {
        fillIn,
        dryRun: (spec.dryRun ?? []).some(({ metricName }) =>
          matchesName(metricName, metric.name),
        ),
        result: status.metricResults?.find(({ name }) => name === metric.name),
      }),
    ),
  };
}

function toMetric(
  metric: RawMetric,
  context: { fillIn: FillIn; dryRun: boolean; result: RawResult | undefined },
): MetricRow {
  const { fillIn, dryRun, result } = context;
  const written = fillIn(metric.provider?.prometheus?.query);
  return {
    name: metric.name,
    successCondition: fillIn(metric.successCondition),
    failureCondition: fillIn(metric.failureCondition),
    failureLimit: toNumber(fillIn(String(metric.failureLimit ?? 0))) ?? 0,
    count: toNumber(fillIn(String(metric.count ?? ''))),
    interval: fillIn(metric.interval),
    query: (result?.metadata?.ResolvedPrometheusQuery ?? written)?.trim(),
    dryRun,
    result: result && toResult(result),
  };
}

function toResult(result: RawResult): MetricResultRow {
  return {
    phase: result.phase ?? '',
    message: result.message,
    count: result.count ?? 0,
    successful: result.successful ?? 0,
    failed: result.failed ?? 0,
    inconclusive: result.inconclusive ?? 0,
    error: result.error ?? 0,
    measurements: (result.measurements ?? []).map(
      ({ phase, value, startedAt, finishedAt, message }) => ({
        phase: phase ?? '',
        value,
        startedAt,
        finishedAt,
        message,
      }),
    ),
  };
}

/** Puts a run's arguments into `{{args.name}}`; one that comes from a secret stays as it is written. */
function argumentsOf(
  args: readonly { readonly name: string; readonly value?: string }[] = [],
): FillIn {
  const values = new Map(args.map(({ name, value }) => [name, value]));
  return text =>
    text?.replace(
      /\{\{\s*args\.([\w-]+)\s*\}\}/g,
      (written, name) => values.get(name) ?? written,
    );
}

/** `dryRun` names metrics by regular expression; one that is none is taken by the letter. */
function matchesName(pattern: string, name: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(name);
  } catch {
    return pattern === name;
  }
}
