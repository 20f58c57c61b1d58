import type {
  AnswerChange,
  Finding,
  FitAnswer,
  PlatformFacts,
  Severity,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { FileTree, RenderedEnvironment } from '../types';

/** An overlay that could not be rendered. */
export interface RenderFailure {
  readonly environment: string;
  /** File at fault. */
  readonly path: string;
  readonly reason: string;
  /** Nothing need be wrong: only a program that is not here can render it. */
  readonly isBeyond: boolean;
}

/** What the rules judge: the answers, the files, and what the overlays make of them. */
export interface Subject {
  readonly spec: ServiceSpec;
  readonly platform: PlatformFacts;
  /** What the clusters say; absent in a browser without them, and for a repository that is checked offline. */
  readonly live?: FitAnswer;
  readonly files: FileTree;
  /**
   * Answers from which what runs now was made, for what Kubernetes never lets change. Absent: those in the lock file of
   * the tree. The same as `spec` for a service that is new.
   */
  readonly previous?: ServiceSpec;
  readonly environments: readonly RenderedEnvironment[];
  readonly failures: readonly RenderFailure[];
  /** Parsed documents of a file; empty when it is missing or not YAML. Parsed once. */
  documents(path: string): readonly unknown[];
}

/** What a rule has to say: something to change, something it changed, or that it could not look. */
export type Outcome =
  | { readonly type: 'finding'; readonly finding: Omit<Finding, 'id'> }
  | { readonly type: 'resolved'; readonly message: string }
  | { readonly type: 'notChecked'; readonly reason: string };

/** One rule of the golden path. Its id is stable and documented. */
export interface Rule {
  readonly id: string;
  /** What it forbids or resolves, in a line. */
  readonly title: string;
  check(subject: Subject): Iterable<Outcome>;
}

interface Words {
  /** Where in the answers, or in the files. */
  readonly path: string;
  /** What is wrong, and why. */
  readonly message: string;
  /** The way out. */
  readonly fix: string;
  /** Only where one change does it, and nobody would rather choose another. */
  readonly repair?: readonly AnswerChange[];
  readonly environments?: readonly string[];
}

export function error(words: Words): Outcome {
  return finding('error', words);
}

export function warning(words: Words): Outcome {
  return finding('warning', words);
}

export function info(words: Words): Outcome {
  return finding('info', words);
}

export function resolved(message: string): Outcome {
  return { type: 'resolved', message };
}

export function notChecked(reason: string): Outcome {
  return { type: 'notChecked', reason };
}

function finding(severity: Severity, words: Words): Outcome {
  return { type: 'finding', finding: { severity, ...words } };
}
