import { matchesLabels } from './matching';
import type { Placed } from './packBase';
import type { PackNode, PodTemplate } from './snapshot';
import type { ApartTerm } from './terms';

/** Whether no rule between pods forbids a node: required anti-affinity in both directions, and host ports. */
export function keptApart(
  pod: PodTemplate,
  others: {
    readonly namespace: (name: string) => readonly Placed[];
    readonly keepers: readonly Placed[];
    readonly hostPortUsers: readonly Placed[];
  },
): (node: PackNode) => boolean {
  const blocked = [
    ...whereItsOwn(pod, others.namespace),
    ...whereKept(pod, others.keepers),
  ];
  const ports = portsTaken(pod, others.hostPortUsers);
  return node =>
    !ports.has(node.name) &&
    blocked.every(
      ({ key, value }) => value === undefined || node.labels[key] !== value,
    );
}

interface Blocked {
  readonly key: string;
  readonly value: string | undefined;
}

function whereItsOwn(
  pod: PodTemplate,
  namespace: (name: string) => readonly Placed[],
): Blocked[] {
  return pod.terms.apart.flatMap(term =>
    namespacesOf(term, pod)
      .flatMap(namespace)
      .filter(({ pod: there }) => matchesLabels(term.selector, there.labels))
      .map(({ node }) => domainOf(term.topologyKey, node)),
  );
}

function whereKept(pod: PodTemplate, keepers: readonly Placed[]): Blocked[] {
  return keepers.flatMap(({ pod: keeper, node }) =>
    keeper.terms.apart
      .filter(
        term =>
          namespacesOf(term, keeper).includes(pod.namespace) &&
          matchesLabels(term.selector, pod.labels),
      )
      .map(term => domainOf(term.topologyKey, node)),
  );
}

function portsTaken(
  { terms: { hostPorts } }: PodTemplate,
  users: readonly Placed[],
): ReadonlySet<string> {
  return new Set(
    users
      .filter(({ pod }) =>
        pod.terms.hostPorts.some(port => hostPorts.includes(port)),
      )
      .map(({ node }) => node.name),
  );
}

function namespacesOf(
  { namespaces }: ApartTerm,
  pod: PodTemplate,
): readonly string[] {
  return namespaces.length === 0 ? [pod.namespace] : namespaces;
}

function domainOf(key: string, node: PackNode): Blocked {
  return { key, value: node.labels[key] };
}
