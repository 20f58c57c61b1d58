import { acceptsByLabels, matchesLabels, toleratesAll } from './matching';
import type { Placed } from './packBase';
import type { PackNode, PodTemplate } from './snapshot';
import type { ApartTerm, SpreadTerm } from './terms';

/** Whether a pod's neighbours let it run on a node. */
export type Allows = (node: PackNode) => boolean;

/** Required anti-affinity, in both directions, and host ports. */
export function keptApart(
  pod: PodTemplate,
  others: {
    readonly namespace: (name: string) => readonly Placed[];
    readonly keepers: readonly Placed[];
    readonly hostPortUsers: readonly Placed[];
  },
): Allows {
  const { apart, hostPorts } = pod.terms;
  const blocked = [
    ...apart.flatMap(term =>
      namespacesOf(term, pod)
        .flatMap(others.namespace)
        .filter(({ pod: there }) => matchesLabels(term.selector, there.labels))
        .map(({ node }) => domainOf(term.topologyKey, node)),
    ),
    ...others.keepers.flatMap(({ pod: keeper, node }) =>
      keeper.terms.apart
        .filter(
          term =>
            namespacesOf(term, keeper).includes(pod.namespace) &&
            matchesLabels(term.selector, pod.labels),
        )
        .map(term => domainOf(term.topologyKey, node)),
    ),
  ];
  const portTaken = new Set(
    hostPorts.length === 0
      ? []
      : others.hostPortUsers
          .filter(({ pod: there }) =>
            there.terms.hostPorts.some(port => hostPorts.includes(port)),
          )
          .map(({ node }) => node.name),
  );
  return node =>
    !portTaken.has(node.name) &&
    blocked.every(
      ({ key, value }) => value === undefined || node.labels[key] !== value,
    );
}

/** Hard topology spread: nowhere more than `maxSkew` above the emptiest domain. */
export function spreadAllows(
  pod: PodTemplate,
  where: {
    readonly nodes: readonly PackNode[];
    readonly lost: ReadonlySet<string>;
    readonly placed: readonly Placed[];
  },
): Allows {
  const rules = pod.terms.spread.map(term => {
    const counts = domainCounts(term, pod, where);
    const least = Math.min(...counts.values());
    const itself = selects(term, pod, pod) ? 1 : 0;
    return (node: PackNode): boolean => {
      const count = counts.get(node.labels[term.topologyKey] ?? '');
      return count !== undefined && count + itself - least <= term.maxSkew;
    };
  });
  return node => rules.every(allows => allows(node));
}

/**
 * Pods per domain, for each domain that the scheduler counts.
 *
 * @remarks
 *
 * A machine that died leaves its Node object behind, only tainted. Taints do
 * not take a domain out of the count unless the constraint says so
 * (`nodeTaintsPolicy: Honor`), so a dead domain stays the emptiest one.
 */
function domainCounts(
  term: SpreadTerm,
  pod: PodTemplate,
  where: Parameters<typeof spreadAllows>[1],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of where.nodes) {
    const domain = node.labels[term.topologyKey];
    const counted =
      acceptsByLabels(pod.terms, node) &&
      (!term.honorTaints ||
        (!where.lost.has(node.name) &&
          toleratesAll(pod.terms.tolerations, node.taints)));
    if (domain !== undefined && counted) {
      counts.set(domain, 0);
    }
  }
  for (const { pod: there, node } of where.placed) {
    const domain = node.labels[term.topologyKey] ?? '';
    const count = counts.get(domain);
    if (count !== undefined && selects(term, pod, there)) {
      counts.set(domain, count + 1);
    }
  }
  return counts;
}

function selects(
  { selector, matchLabelKeys }: SpreadTerm,
  incoming: PodTemplate,
  there: PodTemplate,
): boolean {
  return (
    incoming.namespace === there.namespace &&
    matchesLabels(selector, there.labels) &&
    matchLabelKeys.every(
      key =>
        incoming.labels[key] === undefined ||
        incoming.labels[key] === there.labels[key],
    )
  );
}

function namespacesOf(
  { namespaces }: ApartTerm,
  pod: PodTemplate,
): readonly string[] {
  return namespaces.length === 0 ? [pod.namespace] : namespaces;
}

function domainOf(
  key: string,
  node: PackNode,
): { readonly key: string; readonly value: string | undefined } {
  return { key, value: node.labels[key] };
}
