import type {
  LabelSelector,
  NodeTerm,
  SchedulingTerms,
  SelectorRequirement,
  Taint,
  Toleration,
} from './terms';

type Labels = Readonly<Record<string, string>>;

/** Whether labels satisfy a selector; an empty selector matches everything. */
export function matchesLabels(
  selector: LabelSelector,
  labels: Labels,
): boolean {
  return (
    hasAll(selector.matchLabels ?? {}, labels) &&
    (selector.matchExpressions ?? []).every(({ key, ...rule }) =>
      meets(rule, labels[key]),
    )
  );
}

/** Whether a node's labels and name allow a pod; taints are a separate question. */
export function acceptsByLabels(
  terms: SchedulingTerms,
  node: { readonly name: string; readonly labels: Labels },
): boolean {
  return (
    hasAll(terms.nodeSelector, node.labels) &&
    (terms.nodeTerms.length === 0 ||
      terms.nodeTerms.some(term => holds(term, node)))
  );
}

/** Whether no taint keeps new pods away. */
export function toleratesAll(
  tolerations: readonly Toleration[],
  taints: readonly Taint[],
): boolean {
  return taints
    .filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute')
    .every(taint => tolerations.some(each => tolerates(each, taint)));
}

function tolerates(toleration: Toleration, taint: Taint): boolean {
  const { key, operator = 'Equal', value = '', effect } = toleration;
  if (effect && effect !== taint.effect) {
    return false;
  }
  if (!key) {
    return operator === 'Exists';
  }
  return (
    key === taint.key &&
    (operator === 'Exists' || value === (taint.value ?? ''))
  );
}

// An alternative without any requirement matches no node, as the scheduler has it.
function holds(
  { labels, names }: NodeTerm,
  node: { readonly name: string; readonly labels: Labels },
): boolean {
  return (
    labels.length + names.length > 0 &&
    labels.every(({ key, ...rule }) => meets(rule, node.labels[key])) &&
    names.every(rule => meets(rule, node.name))
  );
}

function meets(
  { operator, values = [] }: Omit<SelectorRequirement, 'key'>,
  actual: string | undefined,
): boolean {
  const first = Number(values[0]);
  switch (operator) {
    case 'In':
      return actual !== undefined && values.includes(actual);
    case 'NotIn':
      return actual === undefined || !values.includes(actual);
    case 'Exists':
      return actual !== undefined;
    case 'DoesNotExist':
      return actual === undefined;
    case 'Gt':
      return actual !== undefined && Number(actual) > first;
    case 'Lt':
      return actual !== undefined && Number(actual) < first;
    default:
      return false;
  }
}

function hasAll(wanted: Labels, actual: Labels): boolean {
  for (const key of Object.keys(wanted)) {
    if (wanted[key] !== actual[key]) {
      return false;
    }
  }
  return true;
}
