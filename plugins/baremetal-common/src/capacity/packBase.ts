import { acceptsByLabels, toleratesAll } from './matching';
import { PODS } from './resources';
import type { PackNode, PackPod, PackSnapshot, PodTemplate } from './snapshot';
import type { SchedulingTerms } from './terms';

/** A node with what is left of it. */
export interface Slot {
  readonly node: PackNode;
  /** What is left, with placeholders counted as taken. */
  readonly free: Readonly<Record<string, number>>;
  /** What placeholders hold, and give back to pods that matter more. */
  readonly reserve: Readonly<Record<string, number>>;
}

/** A pod and the node it is on, in fact or in thought. */
export interface Placed {
  readonly pod: PodTemplate;
  readonly node: PackNode;
}

/** A snapshot, indexed once for all the cases that are computed on it. */
export interface PackBase {
  readonly nodes: readonly PackNode[];
  readonly slots: ReadonlyMap<string, Slot>;
  readonly podsByNode: ReadonlyMap<string, readonly PackPod[]>;
  /** Without pods that are being deleted: rules between pods forget those. */
  readonly placedByNamespace: ReadonlyMap<string, readonly Placed[]>;
  /** Pods that keep others away. */
  readonly keepers: readonly Placed[];
  readonly hostPortUsers: readonly Placed[];
  /** Nodes that labels, taints, readiness and volumes allow, whatever room there is. */
  readonly nodesFor: (pod: PodTemplate) => readonly PackNode[];
}

/** Indexes a snapshot: linear in nodes and pods. */
export function toPackBase({ nodes, pods }: PackSnapshot): PackBase {
  const byName = new Map(nodes.map(node => [node.name, node]));
  const placed = pods.flatMap(pod => {
    const node = pod.node === undefined ? undefined : byName.get(pod.node);
    return node ? [{ pod, node }] : [];
  });
  const onNode = groupBy(placed, ({ node }) => node.name);
  const slots = nodes.map((node): [string, Slot] => {
    const there = onNode.get(node.name) ?? [];
    const placeholders = there.filter(({ pod }) => pod.priority < 0);
    return [
      node.name,
      {
        node,
        free: subtract(node.allocatable, total(there)),
        reserve: total(placeholders),
      },
    ];
  });
  return {
    nodes,
    slots: new Map(slots),
    podsByNode: new Map(
      [...onNode].map(([name, there]) => [name, there.map(({ pod }) => pod)]),
    ),
    placedByNamespace: groupBy(
      placed.filter(({ pod }) => !pod.deleting),
      ({ pod }) => pod.namespace,
    ),
    keepers: placed.filter(({ pod }) => pod.terms.apart.length > 0),
    hostPortUsers: placed.filter(({ pod }) => pod.terms.hostPorts.length > 0),
    nodesFor: nodeFinder(nodes),
  };
}

/** Pods of one template share their terms, so each template is matched once. */
function nodeFinder(nodes: readonly PackNode[]): PackBase['nodesFor'] {
  const kept = new Map<SchedulingTerms, readonly PackNode[]>();
  return ({ terms, reachableFrom }) => {
    const matching =
      kept.get(terms) ?? nodes.filter(node => mayRunOn(terms, node));
    kept.set(terms, matching);
    return reachableFrom === undefined
      ? matching
      : matching.filter(({ name }) => reachableFrom.includes(name));
  };
}

/** Whether labels, taints and readiness let pods with these terms run on a node. */
export function mayRunOn(terms: SchedulingTerms, node: PackNode): boolean {
  return (
    node.usable &&
    acceptsByLabels(terms, node) &&
    toleratesAll(terms.tolerations, node.taints)
  );
}

/** What is left after taking a pod, its slot included. */
export function takePod(
  free: Slot['free'],
  { request }: Pick<PodTemplate, 'request'>,
): Slot['free'] {
  return subtract(free, { ...request.amounts, [PODS]: 1 });
}

function subtract(
  from: Slot['free'],
  amounts: Readonly<Record<string, number>>,
): Record<string, number> {
  const left = { ...from };
  for (const [name, amount] of Object.entries(amounts)) {
    left[name] = (left[name] ?? 0) - amount;
  }
  return left;
}

function total(placed: readonly Placed[]): Record<string, number> {
  const sum: Record<string, number> = { [PODS]: placed.length };
  for (const { pod } of placed) {
    for (const [name, amount] of Object.entries(pod.request.amounts)) {
      sum[name] = (sum[name] ?? 0) + amount;
    }
  }
  return sum;
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
