import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { ZodError, ZodIssue } from 'zod/v3';
import { answerPath } from './answerPath';
import { suggestName, suggestQuantity } from './suggestions';

/** Answers that break the schema in a way that no rule has an id of its own for. */
export const SPEC_ISSUE = 'SPEC';

/**
 * What the schema refuses, in the words and with the paths of the rules' findings, so that a form, an action and an
 * endpoint show both alike.
 *
 * @param answers - what was parsed; names environments in paths and is quoted in the fixes
 */
export function explainSpecIssues(
  error: ZodError,
  answers: unknown,
): Finding[] {
  return (
    error.issues
      .filter(issue => !followsFromName(issue, answers))
      // A step of two kinds breaks the schema in several ways, and one of them says it all.
      .map(issue => explain(onWholeStep(issue), answers))
      .filter(
        (finding, i, all) =>
          all.findIndex(
            other =>
              other.path === finding.path && other.message === finding.message,
          ) === i,
      )
  );
}

/** Where images are pushed is completed from the name; without one, both are missing for one reason. */
function followsFromName({ path }: ZodIssue, answers: unknown): boolean {
  return (
    ['image', 'image.repository'].includes(path.join('.')) &&
    typeof valueAt(answers, ['name']) !== 'string'
  );
}

function onWholeStep(issue: ZodIssue): ZodIssue {
  const [first, second, index] = issue.path;
  return first === 'delivery' && second === 'steps' && index !== undefined
    ? { code: 'custom', path: [first, second, index], message: issue.message }
    : issue;
}

function explain(issue: ZodIssue, answers: unknown): Finding {
  const path = answerPath(issue.path, answers);
  const value = valueAt(answers, issue.path);
  const last = issue.path[issue.path.length - 1];
  const base = { severity: 'error', path } as const;
  if (value === undefined && issue.code !== 'unrecognized_keys') {
    return {
      ...base,
      id: SPEC_ISSUE,
      message: `${path || 'The answer'} is missing.`,
      fix: 'Answer it.',
    };
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(key => `"${key}"`).join(', ');
    return {
      ...base,
      id: SPEC_ISSUE,
      message: `${keys} ${
        issue.keys.length === 1 ? 'is' : 'are'
      } not among the answers that a service has.`,
      fix: 'Leave it out, or correct the spelling.',
    };
  }
  if (path === 'name') {
    return {
      ...base,
      id: 'CA02',
      message: `The name ${quote(value)} ${issue.message}.`,
      fix: `Use a name like "${suggestName(String(value))}".`,
      repair: [{ path, value: suggestName(String(value)) }],
    };
  }
  if (issue.path[0] === 'delivery' && issue.path[1] === 'steps') {
    return {
      ...base,
      id: 'PD06',
      message: `The step ${quote(
        value,
      )} is not one that a canary has: each step has exactly one of setWeight (0 to 100), pause and analysis.`,
      fix: 'Write { setWeight: 20 }, { pause: { duration: 5m } }, { pause: {} } or { analysis: true }.',
    };
  }
  if (['cpu', 'memory', 'size'].includes(String(last))) {
    return {
      ...base,
      id: last === 'size' ? 'ST07' : SPEC_ISSUE,
      message: `${quote(
        value,
      )} is not an amount that Kubernetes reads, so the cluster would refuse the object.`,
      fix: `Write ${suggestQuantity(value, String(last))}.`,
      repair: [{ path, value: suggestQuantity(value, String(last)) }],
    };
  }
  return {
    ...base,
    id: SPEC_ISSUE,
    message: sentenceOf(path, value, issue),
    fix: 'Correct the answer.',
  };
}

/** A list or a group of answers is not repeated to who gave them. */
function sentenceOf(path: string, value: unknown, issue: ZodIssue): string {
  const words = wordsOf(issue);
  return typeof value === 'object' && value !== null
    ? `${path || 'The answer'} ${words}.`
    : `${path || 'The answer'} is ${quote(value)}: ${words}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  float: 'a number',
  nan: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of answers',
};

/** The schema's own reasons are for programmers. */
function wordsOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_enum_value':
    case 'invalid_union_discriminator':
      return `must be one of ${issue.options.join(', ')}`;
    case 'invalid_literal':
      return `must be ${quote(issue.expected)}`;
    case 'too_small':
      return issue.type === 'number'
        ? `must be ${issue.inclusive ? 'at least' : 'more than'} ${
            issue.minimum
          }`
        : `must have at least ${issue.minimum} ${unitOf(issue.type)}`;
    case 'too_big':
      return issue.type === 'number'
        ? `must be ${issue.inclusive ? 'at most' : 'less than'} ${
            issue.maximum
          }`
        : `must have at most ${issue.maximum} ${unitOf(issue.type)}`;
    default:
      return issue.message;
  }
}

function unitOf(type: string): string {
  return type === 'string' ? 'characters' : 'entries';
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
