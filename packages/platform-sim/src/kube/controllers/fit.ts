import type { KubeObject } from '../objects';
import { matchesExpression, matchesSelector } from '../selectors';
import type { Amounts } from './podRequests';
import { podRequests, sum } from './podRequests';
import { amountOf } from './quantity';

/** A node with the pods that are bound to it. */
export interface NodeView {
  readonly node: KubeObject;
  readonly pods: readonly KubeObject[];
}

/**
 * Why the pod cannot run on the node, in the scheduler's words; empty when it can.
 *
 * @param all - every node, for spreading
 */
export function obstacles(
  pod: KubeObject,
  view: NodeView,
  all: readonly NodeView[],
): readonly string[] {
  const { node } = view;
  if (node.spec?.unschedulable) return ['node(s) were unschedulable'];
  const taint = untolerated(pod, node);
  if (taint) return [`node(s) had untolerated taint(s)`];
  if (!selects(pod, node)) {
    return ["node(s) didn't match Pod's node affinity/selector"];
  }
  const short = lacking(pod, view);
  if (short.length > 0) return short;
  if (!keepsApart(pod, view, all)) {
    return ["node(s) didn't match pod anti-affinity rules"];
  }
  return spreads(pod, view, all)
    ? []
    : ["node(s) didn't match pod topology spread constraints"];
}

function untolerated(pod: KubeObject, node: KubeObject): boolean {
  const tolerations: readonly any[] = pod.spec.tolerations ?? [];
  return (node.spec?.taints ?? []).some(
    (taint: any) =>
      taint.effect !== 'PreferNoSchedule' &&
      !tolerations.some(
        ({ key, operator = 'Equal', value, effect }) =>
          (effect === undefined || effect === taint.effect) &&
          (key === undefined || key === taint.key) &&
          (operator === 'Exists' || (value ?? '') === (taint.value ?? '')),
      ),
  );
}

function selects(pod: KubeObject, node: KubeObject): boolean {
  const labels = node.metadata.labels ?? {};
  const wanted = Object.entries(pod.spec.nodeSelector ?? {});
  if (!wanted.every(([key, value]) => labels[key] === value)) return false;
  const terms: readonly any[] | undefined =
    pod.spec.affinity?.nodeAffinity
      ?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  return (
    terms === undefined ||
    terms.some(({ matchExpressions = [], matchFields = [] }) =>
      [
        ...matchExpressions.map((rule: any) => [labels[rule.key], rule]),
        ...matchFields.map((rule: any) => [node.metadata.name, rule]),
      ].every(([value, { operator, values = [] }]) =>
        matchesExpression(value, operator, values),
      ),
    )
  );
}

export function freeAmounts({ node, pods }: NodeView): Amounts {
  const used = sum(pods.filter(isCounted).map(pod => podRequests(pod.spec)));
  const allocatable: Readonly<Record<string, string>> =
    node.status?.allocatable ?? {};
  return Object.fromEntries(
    Object.entries(allocatable).map(([name, text]) => [
      name,
      amountOf(text) - (used[name] ?? 0),
    ]),
  );
}

/** Pods that hold their requests: all but those that have ended. */
export function isCounted({ status }: KubeObject): boolean {
  return status?.phase !== 'Succeeded' && status?.phase !== 'Failed';
}

function lacking(pod: KubeObject, view: NodeView): readonly string[] {
  const free = freeAmounts(view);
  return Object.entries(podRequests(pod.spec))
    .filter(([name, amount]) => amount > 0 && amount > (free[name] ?? 0) + 1e-9)
    .map(([name]) =>
      name === 'pods' ? 'Too many pods' : `Insufficient ${name}`,
    );
}

function keepsApart(
  pod: KubeObject,
  { node }: NodeView,
  all: readonly NodeView[],
): boolean {
  const terms: readonly any[] =
    pod.spec.affinity?.podAntiAffinity
      ?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.every(({ labelSelector, topologyKey }) => {
    const place = node.metadata.labels?.[topologyKey];
    return !matching(pod, labelSelector, all).some(
      ({ at }) => at.metadata.labels?.[topologyKey] === place,
    );
  });
}

interface Spread {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly whenUnsatisfiable: string;
  readonly labelSelector?: object;
  readonly matchLabelKeys?: readonly string[];
}

function spreads(
  pod: KubeObject,
  view: NodeView,
  all: readonly NodeView[],
): boolean {
  return constraintsOf(pod)
    .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule')
    .every(rule => skewAfter(pod, view, { rule, all }) <= rule.maxSkew);
}

export function constraintsOf(pod: KubeObject): readonly Spread[] {
  return pod.spec.topologySpreadConstraints ?? [];
}

/** Difference to the emptiest place, were the pod put on this node. */
export function skewAfter(
  pod: KubeObject,
  { node }: NodeView,
  { rule, all }: { rule: Spread; all: readonly NodeView[] },
): number {
  const { topologyKey } = rule;
  const here = node.metadata.labels?.[topologyKey];
  if (here === undefined) return Number.POSITIVE_INFINITY;
  const counts = new Map<string, number>();
  for (const view of all) {
    const place = view.node.metadata.labels?.[topologyKey];
    if (place !== undefined && selects(pod, view.node)) counts.set(place, 0);
  }
  for (const { at } of matching(pod, withRevision(pod, rule), all)) {
    const place = at.metadata.labels?.[topologyKey] ?? '';
    const count = counts.get(place);
    if (count !== undefined) counts.set(place, count + 1);
  }
  return (counts.get(here) ?? 0) + 1 - Math.min(...counts.values());
}

function withRevision(pod: KubeObject, rule: Spread): any {
  const revision = (rule.matchLabelKeys ?? []).flatMap(key => {
    const value = pod.metadata.labels?.[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  const selector: any = rule.labelSelector ?? {};
  const matchLabels = {
    ...selector.matchLabels,
    ...Object.fromEntries(revision),
  };
  return { ...selector, matchLabels };
}

function matching(
  pod: KubeObject,
  selector: any,
  all: readonly NodeView[],
): readonly { pod: KubeObject; at: KubeObject }[] {
  return all.flatMap(({ node, pods }) =>
    pods
      .filter(
        other =>
          other.metadata.namespace === pod.metadata.namespace &&
          !other.metadata.deletionTimestamp &&
          isCounted(other) &&
          matchesSelector(selector, other.metadata.labels),
      )
      .map(other => ({ pod: other, at: node })),
  );
}
