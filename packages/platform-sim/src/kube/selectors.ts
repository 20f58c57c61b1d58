import { badRequest } from './apiError';
import type { KindInfo } from './kinds';
import type { KubeObject } from './objects';

export type ObjectFilter = (object: KubeObject) => boolean;
type Labels = Readonly<Record<string, string>>;

const SET = /^([^\s!=]+)\s+(in|notin)\s+\(([^)]*)\)$/;
const EQUAL = /^([^\s!=]+)\s*(==|=|!=)\s*(\S*)$/;
const EXISTS = /^(!?)\s*([^\s!=(),]+)$/;

/** A label selector as it stands in a query string. */
export function parseLabelSelector(text: string): (labels: Labels) => boolean {
  const terms = text
    .split(/,(?![^(]*\))/)
    .map(term => term.trim())
    .filter(term => term !== '')
    .map(parseTerm);
  return labels => terms.every(term => term(labels));
}

function parseTerm(term: string): (labels: Labels) => boolean {
  const set = SET.exec(term);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map(value => value.trim());
    return labels => {
      const value = labels[key];
      const within = value !== undefined && values.includes(value);
      return operator === 'in' ? within : !within;
    };
  }
  const equal = EQUAL.exec(term);
  if (equal) {
    const [, key = '', operator, value] = equal;
    return labels =>
      operator === '!=' ? labels[key] !== value : labels[key] === value;
  }
  const exists = EXISTS.exec(term);
  if (exists) {
    const [, not, key = ''] = exists;
    return labels => (labels[key] === undefined) === (not === '!');
  }
  throw badRequest(
    `unable to parse requirement: found '${term}', expected: a label requirement`,
  );
}

/** `spec.selector` of workloads, services and budgets. */
export function matchesSelector(
  selector:
    | {
        matchLabels?: Labels;
        matchExpressions?: readonly {
          key: string;
          operator: string;
          values?: readonly string[];
        }[];
      }
    | undefined,
  labels: Labels = {},
): boolean {
  if (!selector) return false;
  const pairs = Object.entries(selector.matchLabels ?? {});
  return (
    pairs.every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) =>
      matchesExpression(labels[key], operator, values),
    )
  );
}

/** Operators shared by label selectors and node affinity. */
export function matchesExpression(
  value: string | undefined,
  operator: string,
  values: readonly string[],
): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return Number(value) > Number(values[0]);
    case 'Lt':
      return Number(value) < Number(values[0]);
    default:
      throw new Error(`unknown selector operator ${operator}`);
  }
}

const EVERY_KIND = ['metadata.name', 'metadata.namespace'];
const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  Node: ['spec.unschedulable'],
  Namespace: ['status.phase'],
  Secret: ['type'],
  ReplicaSet: ['status.replicas'],
  Event: [
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.uid',
    'reason',
    'type',
  ],
};

export function parseFieldSelector(kind: KindInfo, text: string): ObjectFilter {
  const terms = text
    .split(',')
    .filter(term => term !== '')
    .map(term => {
      const [, field = '', operator, value = ''] =
        /^([^=!]+)(==|=|!=)(.*)$/.exec(term) ?? [];
      const known = [...EVERY_KIND, ...(BY_KIND[kind.kind] ?? [])];
      if (!known.includes(field)) {
        throw badRequest(
          `Unable to find "${kind.group ? `${kind.group}/` : ''}${
            kind.version
          }, Resource=${
            kind.plural
          }" that match label selector "", field selector "${text}": field label not supported: ${field}`,
        );
      }
      return (object: KubeObject) =>
        (fieldText(object, field) === value) === (operator !== '!=');
    });
  return object => terms.every(term => term(object));
}

function fieldText(object: KubeObject, field: string): string {
  let value: any = object;
  for (const name of field.split('.')) value = value?.[name];
  return value === undefined || value === null ? '' : String(value);
}

/** Both selectors of a request as one filter; `undefined` when there is none. */
export function parseFilter(
  kind: KindInfo,
  query: URLSearchParams,
): ObjectFilter | undefined {
  const labelText = query.get('labelSelector') ?? '';
  const fieldSelector = query.get('fieldSelector') ?? '';
  if (labelText === '' && fieldSelector === '') return undefined;
  const labels = parseLabelSelector(labelText);
  const fields = parseFieldSelector(kind, fieldSelector);
  return object => labels(object.metadata.labels ?? {}) && fields(object);
}
