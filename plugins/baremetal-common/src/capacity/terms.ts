/** A label selector as manifests write it. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly SelectorRequirement[];
}

export interface SelectorRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

export interface Toleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
}

export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** One alternative of a required node affinity: all of it must hold. */
export interface NodeTerm {
  readonly labels: readonly SelectorRequirement[];
  /** Requirements on `metadata.name`. */
  readonly names: readonly SelectorRequirement[];
}

/** A hard topology spread: nowhere more than `maxSkew` above the emptiest domain. */
export interface SpreadTerm {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly selector: LabelSelector;
  /** Labels whose value on the incoming pod narrows the selector. */
  readonly matchLabelKeys: readonly string[];
  /** Domains whose nodes are all tainted do not count. */
  readonly honorTaints: boolean;
}

/** A required anti-affinity: no such pod in the same topology domain. */
export interface ApartTerm {
  readonly topologyKey: string;
  readonly selector: LabelSelector;
  /** Empty: the pod's own namespace. */
  readonly namespaces: readonly string[];
}

/** Where a pod may go. Equal for all pods of one template, so it is kept once. */
export interface SchedulingTerms {
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** One of them must hold; none: no restriction. */
  readonly nodeTerms: readonly NodeTerm[];
  readonly tolerations: readonly Toleration[];
  readonly spread: readonly SpreadTerm[];
  readonly apart: readonly ApartTerm[];
  readonly hostPorts: readonly number[];
  /** Rules that we cannot evaluate, in words; any makes a verdict unknown. */
  readonly unsupported: readonly string[];
}

export const ANYWHERE: SchedulingTerms = {
  nodeSelector: {},
  nodeTerms: [],
  tolerations: [],
  spread: [],
  apart: [],
  hostPorts: [],
  unsupported: [],
};

/** One alternative of a node selector, as manifests write it. */
export interface NodeSelectorTerm {
  readonly matchExpressions?: readonly SelectorRequirement[];
  readonly matchFields?: readonly SelectorRequirement[];
}

interface PodAffinityTerm {
  readonly topologyKey: string;
  readonly labelSelector?: LabelSelector;
  readonly namespaces?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
}

/** What is read of a pod's spec to know where it may go. */
export interface SchedulablePodSpec {
  readonly schedulerName?: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: {
    readonly nodeAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: {
        readonly nodeSelectorTerms?: readonly NodeSelectorTerm[];
      };
    };
    readonly podAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
    };
    readonly podAntiAffinity?: {
      readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
    };
  };
  readonly topologySpreadConstraints?: readonly {
    readonly topologyKey: string;
    readonly maxSkew?: number;
    readonly whenUnsatisfiable?: string;
    readonly labelSelector?: LabelSelector;
    readonly matchLabelKeys?: readonly string[];
    readonly nodeTaintsPolicy?: string;
    readonly minDomains?: number;
  }[];
  readonly containers?: readonly {
    readonly ports?: readonly { readonly hostPort?: number }[];
  }[];
}

/** Reads the hard scheduling rules of a pod; wishes (preferences, `ScheduleAnyway`) are left out. */
export function readSchedulingTerms(spec: SchedulablePodSpec): SchedulingTerms {
  const { nodeAffinity, podAntiAffinity } = spec.affinity ?? {};
  const required = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const apart =
    podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return {
    nodeSelector: spec.nodeSelector ?? {},
    nodeTerms: readNodeTerms(required?.nodeSelectorTerms),
    tolerations: spec.tolerations ?? [],
    spread: readSpread(spec),
    apart: apart.map(({ topologyKey, labelSelector, namespaces }) => ({
      topologyKey,
      selector: labelSelector ?? {},
      namespaces: namespaces ?? [],
    })),
    hostPorts: (spec.containers ?? [])
      .flatMap(({ ports }) => ports ?? [])
      .flatMap(({ hostPort }) => (hostPort ? [hostPort] : [])),
    unsupported: unsupportedRules(spec),
  };
}

/** Reads the alternatives of a node selector, of a pod or of a volume. */
export function readNodeTerms(
  terms: readonly NodeSelectorTerm[] = [],
): readonly NodeTerm[] {
  return terms.map(({ matchExpressions = [], matchFields = [] }) => ({
    labels: matchExpressions,
    names: matchFields,
  }));
}

function readSpread(spec: SchedulablePodSpec): SpreadTerm[] {
  return (spec.topologySpreadConstraints ?? [])
    .filter(
      ({ whenUnsatisfiable }) =>
        (whenUnsatisfiable ?? 'DoNotSchedule') === 'DoNotSchedule',
    )
    .map(constraint => ({
      topologyKey: constraint.topologyKey,
      maxSkew: constraint.maxSkew ?? 1,
      selector: constraint.labelSelector ?? {},
      matchLabelKeys: constraint.matchLabelKeys ?? [],
      honorTaints: constraint.nodeTaintsPolicy === 'Honor',
    }));
}

function unsupportedRules(spec: SchedulablePodSpec): string[] {
  const { affinity, schedulerName, topologySpreadConstraints } = spec;
  const together =
    affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const apart =
    affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ??
    [];
  return [
    ...(schedulerName !== undefined && schedulerName !== 'default-scheduler'
      ? [`the scheduler ${schedulerName} decides`]
      : []),
    ...(together.length > 0 ? ['it must run beside other pods'] : []),
    ...(apart.some(({ namespaceSelector }) => namespaceSelector !== undefined)
      ? ['it keeps away from pods of namespaces chosen by label']
      : []),
    ...((topologySpreadConstraints ?? []).some(
      ({ minDomains }) => (minDomains ?? 1) > 1,
    )
      ? ['its spread asks for a least number of domains']
      : []),
  ];
}
