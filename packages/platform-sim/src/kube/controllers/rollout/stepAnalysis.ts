import { KINDS } from '../../kinds';
import type { KubeObject } from '../../objects';
import { keyOf, ownedBy } from '../../objects';
import { isOver } from '../analysis/metricResult';
import type { ControllerContext } from '../context';
import type { Progress } from './progress';
import type { RolloutView } from './view';
import { HASH, REVISION } from './view';

/** The analysis run of the current step; made when the step begins. */
export function ensureStepRun(
  context: ControllerContext,
  view: RolloutView,
  progress: Progress,
): KubeObject {
  const { objects } = context;
  const { rollout, hash, revision, steps } = view;
  const { namespace } = rollout.metadata;
  const known = progress.canary.currentStepAnalysisRunStatus?.name;
  const found =
    known && objects.find(KINDS.analysisruns, { namespace, name: known });
  if (found) return found;
  const index = progress.currentStepIndex ?? 0;
  const base = `${rollout.metadata.name}-${hash}-${revision}-${index}`;
  const { analysis } = steps[index];
  return objects.create(KINDS.analysisruns, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisRun',
    metadata: {
      name: freeName(context, namespace, base),
      namespace,
      labels: {
        ...rollout.spec.template.metadata?.labels,
        [HASH]: hash,
        'rollout-type': 'Step',
        'step-index': String(index),
      },
      annotations: { [REVISION]: String(revision) },
      ownerReferences: [ownedBy(rollout)],
    },
    spec: runSpec(context, view, {
      analysis,
      stableHash: progress.stableRS ?? '',
    }),
  });
}

function freeName(
  { objects }: ControllerContext,
  namespace: string | undefined,
  base: string,
): string {
  let name = base;
  for (
    let i = 1;
    objects.find(KINDS.analysisruns, { namespace, name });
    i += 1
  ) {
    name = `${base}.${i}`;
  }
  return name;
}

export interface TemplateRef {
  readonly templateName: string;
  readonly clusterScope?: boolean;
}

export function findTemplate(
  { objects }: ControllerContext,
  namespace: string | undefined,
  { templateName, clusterScope }: TemplateRef,
): KubeObject | undefined {
  return clusterScope
    ? objects.find(KINDS.clusteranalysistemplates, { name: templateName })
    : objects.find(KINDS.analysistemplates, { namespace, name: templateName });
}

/** Metrics of all templates, with the arguments filled in. */
function runSpec(
  context: ControllerContext,
  { rollout, hash }: RolloutView,
  { analysis, stableHash }: { analysis: any; stableHash: string },
): object {
  const templates = (analysis.templates as TemplateRef[]).flatMap(
    ref => findTemplate(context, rollout.metadata.namespace, ref) ?? [],
  );
  const given = (analysis.args ?? []).map(
    ({ name, value, valueFrom }: any) => ({
      name,
      value: value ?? valueOf(rollout, valueFrom, { hash, stableHash }),
    }),
  );
  const defaults = templates
    .flatMap(({ spec }) => spec.args ?? [])
    .filter(
      ({ name, value }) =>
        value !== undefined && !given.some((arg: any) => arg.name === name),
    );
  const args: readonly { name: string; value: string }[] = [
    ...given,
    ...defaults,
  ];
  const metrics = templates.flatMap(({ spec }) => spec.metrics);
  return { args, metrics: substitute(metrics, args) };
}

function valueOf(
  rollout: KubeObject,
  from: any,
  { hash, stableHash }: { hash: string; stableHash: string },
): string {
  if (from?.podTemplateHashValue) {
    return from.podTemplateHashValue === 'Stable' ? stableHash : hash;
  }
  let value: any = rollout;
  for (const part of String(from?.fieldRef?.fieldPath ?? '').split(
    /\.|\['|'\]/,
  )) {
    if (part !== '') value = value?.[part];
  }
  return String(value ?? '');
}

function substitute(
  value: any,
  args: readonly { name: string; value: string }[],
): any {
  if (typeof value === 'string') {
    return value.replace(
      /\{\{\s*args\.([\w-]+)\s*\}\}/g,
      (whole, name) => args.find(arg => arg.name === name)?.value ?? whole,
    );
  }
  if (Array.isArray(value)) return value.map(item => substitute(item, args));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, substitute(item, args)]),
  );
}

/** Ends the runs that no step waits for any more. */
export function terminateRuns(
  { objects }: ControllerContext,
  rollout: KubeObject,
  currentName: string | undefined,
): void {
  for (const run of objects.store.ownedBy(
    rollout.metadata.uid,
    KINDS.analysisruns,
  )) {
    if (run.metadata.name === currentName) continue;
    if (isOver(run.status?.phase) || run.spec.terminate) continue;
    objects.update(KINDS.analysisruns, keyOf(run), live => ({
      ...live,
      spec: { ...live.spec, terminate: true },
    }));
  }
}
