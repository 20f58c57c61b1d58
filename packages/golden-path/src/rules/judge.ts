import type {
  Finding,
  NotChecked,
} from '@baremetal/backstage-plugin-baremetal-common';
import { holdsChart, placeInChart } from '../packaging/places';
import { RULES } from './index';
import { ifKnown, MissingFact } from './missing';
import { notChecked, type Outcome, type Rule, type Subject } from './rule';

/** What all rules say together. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly autoResolved: readonly {
    readonly id: string;
    readonly message: string;
  }[];
  readonly notChecked: readonly NotChecked[];
}

const WEIGHTS = { error: 0, warning: 1, info: 2 } as const;

/**
 * Applies every rule. Errors come first; the same words about several environments are one finding.
 *
 * @param outcomesOf - applies one rule
 */
export function judge(
  subject: Subject,
  outcomesOf: typeof saidBy = saidBy,
): Judgement {
  const findings: Finding[] = [];
  const autoResolved: { id: string; message: string }[] = [];
  const unchecked: NotChecked[] = [];
  for (const rule of RULES) {
    const { id } = rule;
    for (const outcome of outcomesOf(rule, subject)) {
      switch (outcome.type) {
        case 'finding':
          findings.push({ id, ...placed(outcome.finding, subject) });
          break;
        case 'resolved':
          autoResolved.push({ id, message: outcome.message });
          break;
        case 'notChecked':
          unchecked.push({ id, reason: outcome.reason });
          break;
      }
    }
  }
  return {
    findings: merged(findings, countEnvironments(subject)).sort(
      (a, b) => WEIGHTS[a.severity] - WEIGHTS[b.severity],
    ),
    autoResolved: distinct(autoResolved),
    notChecked: distinct(unchecked),
  };
}

/** What a rule says, until it asks for something that nobody knows. */
export function saidBy(rule: Rule, subject: Subject): readonly Outcome[] {
  const said: Outcome[] = [];
  try {
    for (const outcome of rule.check(subject)) said.push(outcome);
  } catch (error) {
    if (!(error instanceof MissingFact)) throw error;
    said.push(notChecked(error.reason));
  }
  return said;
}

/** Rules name files by where kustomize has them. */
function placed(
  finding: Omit<Finding, 'id'>,
  { files }: Subject,
): Omit<Finding, 'id'> {
  return holdsChart(files)
    ? { ...finding, path: placeInChart(finding.path) }
    : finding;
}

function countEnvironments({ spec, environments, failures }: Subject): number {
  const seen = [...(ifKnown(environments) ?? []), ...failures].map(
    each => each.environment,
  );
  return ifKnown(spec)?.environments.length ?? new Set(seen).size;
}

/** Same place, same words: one finding that names its environments, or none of them when it concerns all. */
function merged(findings: readonly Finding[], all: number): Finding[] {
  const byWords = new Map<string, Finding>();
  for (const { environments, ...words } of findings) {
    const key = JSON.stringify(words);
    const known = byWords.get(key);
    const named = [
      ...new Set([...(known?.environments ?? []), ...(environments ?? [])]),
    ];
    byWords.set(key, {
      ...words,
      ...(named.length > 0 && { environments: named }),
    });
  }
  return [...byWords.values()].map(({ environments, ...words }) =>
    environments && environments.length < all
      ? { ...words, environments }
      : words,
  );
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map(item => [JSON.stringify(item), item])).values()];
}
