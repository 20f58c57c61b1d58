import { acceptsByLabels, matchesLabels, toleratesAll } from './matching';
import type { Placed } from './packBase';
import type { PackNode, PodTemplate } from './snapshot';
import type { SpreadTerm } from './terms';

/**
 * Hard topology spread of one kind of pod: nowhere more than `maxSkew` above
 * the emptiest domain. Counts once, then keeps count of what is placed.
 */
export class SpreadCount {
  readonly #term: SpreadTerm;
  readonly #pod: PodTemplate;
  readonly #counts: Map<string, number>;
  readonly #itself: number;
  /** Pods in the emptiest domain; counted again after each placement. */
  #least: number | undefined;

  constructor(
    term: SpreadTerm,
    pod: PodTemplate,
    where: {
      readonly nodes: readonly PackNode[];
      readonly lost: ReadonlySet<string>;
      readonly placed: readonly Placed[];
    },
  ) {
    this.#term = term;
    this.#pod = pod;
    this.#itself = this.#selects(pod) ? 1 : 0;
    this.#counts = new Map(
      where.nodes
        .filter(node => isCounted(node, term, { pod, lost: where.lost }))
        .map(node => [node.labels[term.topologyKey] ?? '', 0]),
    );
    for (const { pod: there, node } of where.placed) {
      this.add(there, node);
    }
  }

  /** Counts a pod that is placed. */
  add(there: PodTemplate, node: PackNode): void {
    const domain = node.labels[this.#term.topologyKey] ?? '';
    const count = this.#counts.get(domain);
    if (count !== undefined && this.#selects(there)) {
      this.#counts.set(domain, count + 1);
      this.#least = undefined;
    }
  }

  allows(node: PackNode): boolean {
    this.#least ??= Math.min(...this.#counts.values());
    const count = this.#counts.get(node.labels[this.#term.topologyKey] ?? '');
    return (
      count !== undefined &&
      count + this.#itself - this.#least <= this.#term.maxSkew
    );
  }

  #selects(there: PodTemplate): boolean {
    const { selector, matchLabelKeys } = this.#term;
    const { namespace, labels } = this.#pod;
    return (
      namespace === there.namespace &&
      matchesLabels(selector, there.labels) &&
      matchLabelKeys.every(
        key => labels[key] === undefined || labels[key] === there.labels[key],
      )
    );
  }
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
  { pod, lost }: { readonly pod: PodTemplate; readonly lost: ReadonlySet<string> },
): boolean {
  return (
    node.labels[topologyKey] !== undefined &&
    acceptsByLabels(pod.terms, node) &&
    (!honorTaints ||
      (!lost.has(node.name) &&
        toleratesAll(pod.terms.tolerations, node.taints)))
  );
}
