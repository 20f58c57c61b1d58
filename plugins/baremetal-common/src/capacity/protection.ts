import type { BudgetRow } from '../kube';
import { countWords } from '../quantity/words';
import type { CapacityDetail } from '../wire/capacityView';
import type { Statement } from '../wire/statement';
import { matchesLabels } from './matching';
import { domainOf, type ServiceRoom } from './serviceRoom';
import type { PackPod, PodTemplate } from './snapshot';

interface Subject {
  readonly room: ServiceRoom;
  readonly own: readonly PackPod[];
  readonly template: PodTemplate;
  /** Budgets of the namespace; `undefined` when they could not be read. */
  readonly budgets: readonly BudgetRow[] | undefined;
}

/** What protects a service from losses: its places, its budget, its spread rule. */
export function toProtection(subject: Subject): readonly Statement[] {
  const { own } = subject;
  return own.length === 0
    ? []
    : [
        placeStatement(subject, 'node'),
        placeStatement(subject, 'domain'),
        budgetStatement(subject),
        ...spreadStatements(subject),
      ];
}

function placeStatement(
  { room, own }: Subject,
  kind: 'node' | 'domain',
): Statement {
  const places = new Map(
    room.nodes.map(node => [
      node.name,
      kind === 'node' ? node.name : domainOf(node),
    ]),
  );
  const counts = countBy(own, ({ node }) => places.get(node ?? ''));
  const most = Math.max(0, ...counts.values());
  const serve = own.length - most;
  return {
    tone: serve > 0 ? 'ok' : 'bad',
    sentence: `If a ${kind} goes, ${serve} of ${own.length} serve.`,
    ...(serve === 0 && {
      detail:
        own.length === 1
          ? 'It has one pod.'
          : `All its pods share one ${kind}.`,
    }),
  };
}

/** The budget that covers the service's pods. */
export function budgetOf({
  template,
  budgets,
}: Pick<Subject, 'template' | 'budgets'>): BudgetRow | undefined {
  return budgets?.find(
    ({ namespace, selector }) =>
      namespace === template.namespace &&
      matchesLabels({ matchLabels: selector }, template.labels),
  );
}

/** "at least 4, 1 may go now" */
export function budgetWords(budget: BudgetRow): string {
  const rule =
    budget.minAvailable === undefined
      ? `at most ${budget.maxUnavailable ?? '0'} away`
      : `at least ${budget.minAvailable}`;
  return `${rule}, ${budget.disruptionsAllowed} may go now`;
}

function budgetStatement(subject: Subject): Statement {
  if (subject.budgets === undefined) {
    return {
      tone: 'unknown',
      sentence: 'Whether it has a disruption budget is unknown.',
    };
  }
  const budget = budgetOf(subject);
  if (budget === undefined) {
    return {
      tone: 'warn',
      sentence: 'No disruption budget.',
      detail: 'Draining nodes may take all its pods at once.',
    };
  }
  return {
    tone: budget.disruptionsAllowed > 0 ? 'ok' : 'warn',
    sentence: `Disruption budget: ${budgetWords(budget)}.`,
    ...(budget.disruptionsAllowed === 0 && {
      detail: 'Draining a node of it would wait.',
    }),
  };
}

function spreadStatements({ room, own, template }: Subject): Statement[] {
  return template.terms.spread.map(({ topologyKey, maxSkew }) => {
    const values = new Map(
      room.nodes.map(({ name, labels }) => [name, labels[topologyKey]]),
    );
    const counts = countBy(own, ({ node }) => values.get(node ?? ''));
    for (const value of values.values()) {
      if (value !== undefined && !counts.has(value)) {
        counts.set(value, 0);
      }
    }
    const all = [...counts.values()];
    const met = Math.max(...all) - Math.min(...all) <= maxSkew;
    return {
      tone: met ? 'ok' : 'warn',
      sentence: `Spread asks for at most ${countWords(
        maxSkew,
        'pod',
      )} more in one place (${topologyKey}) than in another: ${
        met ? 'met' : 'not met now'
      } (${all.join(', ')}).`,
    };
  });
}

/** Where the service's pods run now. */
export function toSpread(
  { room, own }: Pick<Subject, 'room' | 'own'>,
  isCanary: (uid: string) => boolean,
): CapacityDetail['spread'] {
  return room.domains.map(domain => ({
    domain,
    nodes: room.nodes
      .filter(node => domainOf(node) === domain)
      .flatMap(({ name }) => {
        const here = own.filter(({ node }) => node === name);
        return here.length === 0
          ? []
          : [
              {
                name,
                pods: here.length,
                canary: here.some(({ uid }) => isCanary(uid)),
              },
            ];
      }),
  }));
}

function countBy(
  own: readonly PackPod[],
  keyOf: (pod: PackPod) => string | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pod of own) {
    const key = keyOf(pod);
    if (key !== undefined) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
