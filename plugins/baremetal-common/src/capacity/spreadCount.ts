import { acceptsByLabels, matchesLabels, toleratesAll } from './matching';
import type { Placed } from './packBase';
import type { PackNode, PodTemplate } from './snapshot';
import type { SpreadTerm } from './terms';

/**
 * One hard topology spread of one kind of pod: nowhere more than `maxSkew`
 * above the emptiest domain.
 */
export interface SpreadCount {
  /** Counts a pod that is placed. */
  add(there: PodTemplate, node: PackNode): void;
  allows(node: PackNode): boolean;
}

/** Counts what is placed, once; what follows is added. */
export function countSpread(
  term: SpreadTerm,
  pod: PodTemplate,
  where: {
    readonly nodes: readonly PackNode[];
    readonly lost: ReadonlySet<string>;
    readonly placed: readonly Placed[];
  },
): SpreadCount {
  const domainOf = ({ labels }: PackNode): string =>
    labels[term.topologyKey] ?? '';
  const counts = new Map(
    where.nodes
      .filter(node => isCounted(node, term, { pod, lost: where.lost }))
      .map(node => [domainOf(node), 0]),
  );
  const itself = selects(term, pod, pod) ? 1 : 0;
  let least: number | undefined;
  const spread: SpreadCount = {
    add(there, node) {
      const count = counts.get(domainOf(node));
      if (count !== undefined && selects(term, pod, there)) {
        counts.set(domainOf(node), count + 1);
        least = undefined;
      }
    },
    allows(node) {
      least ??= Math.min(...counts.values());
      const count = counts.get(domainOf(node));
      return count !== undefined && count + itself - least <= term.maxSkew;
    },
  };
  where.placed.forEach(({ pod: there, node }) => spread.add(there, node));
  return spread;
}

function selects(
  { selector, matchLabelKeys }: SpreadTerm,
  { namespace, labels }: PodTemplate,
  there: PodTemplate,
): boolean {
  return (
    namespace === there.namespace &&
    matchesLabels(selector, there.labels) &&
    matchLabelKeys.every(
      key => labels[key] === undefined || labels[key] === there.labels[key],
    )
  );
}

/**
 * Whether the scheduler counts the domain of a node.
 *
 * @remarks
 *
 * A machine that died leaves its Node object behind, only tainted. Taints do
 * not take a domain out of the count unless the constraint says so
 * (`nodeTaintsPolicy: Honor`), so a dead domain stays the emptiest one.
 */
function isCounted(
  node: PackNode,
  { topologyKey, honorTaints }: SpreadTerm,
  {
    pod,
    lost,
  }: { readonly pod: PodTemplate; readonly lost: ReadonlySet<string> },
): boolean {
  return (
    node.labels[topologyKey] !== undefined &&
    acceptsByLabels(pod.terms, node) &&
    (!honorTaints ||
      (!lost.has(node.name) &&
        toleratesAll(pod.terms.tolerations, node.taints)))
  );
}
