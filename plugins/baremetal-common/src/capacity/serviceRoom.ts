import { distinct } from '../quantity/words';
import { acceptsByLabels, toleratesAll } from './matching';
import type { PackBase } from './packBase';
import { computeRoom, type RoomCase } from './room';
import type { PackNode, PodTemplate } from './snapshot';

/** Domain of nodes that carry no label. */
export const NO_DOMAIN = 'no domain';

/** Room for one service on one cluster: now, and after the worst losses. */
export interface ServiceRoom {
  /** Nodes that its rules allow, whether they are up or not. */
  readonly nodes: readonly PackNode[];
  readonly domains: readonly string[];
  readonly now: RoomCase;
  /** Absent when no node is left to lose. */
  readonly worstNode?: NamedCase;
  readonly worstDomain?: NamedCase;
}

/** A case and what is lost in it. */
export interface NamedCase extends RoomCase {
  readonly name: string;
}

/**
 * Computes every single loss and keeps the worst of each kind.
 *
 * @param isOwn - which pods are those of the service; a loss that strands one
 * of them is worse than one that only leaves less room
 */
export function computeServiceRoom(
  base: PackBase,
  template: PodTemplate,
  isOwn: (uid: string) => boolean,
): ServiceRoom {
  const nodes = base.nodes.filter(node => allows(template, node));
  const domains = distinct(nodes.map(domainOf)).sort();
  const worstNode = worst(
    base.nodes
      .filter(node => node.usable && matters(base, node, nodes))
      .map(({ name }) => ({ name, ...computeRoom(base, template, [name]) })),
    isOwn,
  );
  const worstDomain = worst(
    domains.map(name => ({
      name,
      ...computeRoom(
        base,
        template,
        base.nodes
          .filter(node => domainOf(node) === name)
          .map(node => node.name),
      ),
    })),
    isOwn,
  );
  return {
    nodes,
    domains,
    now: computeRoom(base, template),
    ...(worstNode && { worstNode }),
    ...(worstDomain && { worstDomain }),
  };
}

/** Power domain of a node. */
export function domainOf({ domain }: PackNode): string {
  return domain ?? NO_DOMAIN;
}

function allows(template: PodTemplate, node: PackNode): boolean {
  return (
    acceptsByLabels(template.terms, node) &&
    toleratesAll(template.terms.tolerations, node.taints)
  );
}

/** A node whose loss can change the answer: the service may run there, or its pods may come to where it may. */
function matters(
  base: PackBase,
  node: PackNode,
  nodes: readonly PackNode[],
): boolean {
  return (
    nodes.includes(node) || (base.podsByNode.get(node.name) ?? []).length > 0
  );
}

function worst(
  cases: readonly NamedCase[],
  isOwn: (uid: string) => boolean,
): NamedCase | undefined {
  const own = ({ stranded }: RoomCase): number =>
    stranded.filter(({ uid }) => isOwn(uid)).length;
  return [...cases].sort(
    (a, b) =>
      own(b) - own(a) || a.fits - b.fits || a.name.localeCompare(b.name),
  )[0];
}
