import type {
  Finding,
  FitAnswer,
  NotChecked,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { GOLDEN_PATH_VERSION, OVERLAYS } from '../constants';
import { judge, saidBy } from '../rules/judge';
import { ifKnown } from '../rules/missing';
import {
  notChecked,
  type Outcome,
  type Rule,
  type Subject,
} from '../rules/rule';
import { subjectOf } from '../rules/subject';
import type { FileTree } from '../types';
import { chartFolders } from './checkedFolders';
import { type CheckedSubject, foreignSubject } from './foreignSubject';
import { joinFindings } from './joinFindings';
import type { Location } from './locate';
import { placeFindings } from './placeFindings';
import { readAnswers } from './readAnswers';

/** A finding, with where it is to be mended. */
export interface LocatedFinding extends Finding {
  readonly location: Location;
}

/** Something that was not looked at, and why. */
export interface SkippedPath {
  readonly path: string;
  readonly reason: string;
}

/** What is wrong with a repository as it lies there. */
export interface CheckReport {
  readonly goldenPathVersion: string;
  /** Whether it holds the answers of the golden path; without them fewer rules apply. */
  readonly origin: 'generated' | 'foreign';
  readonly findings: readonly LocatedFinding[];
  readonly notChecked: readonly NotChecked[];
  /** What was rendered or read together. */
  readonly environments: readonly {
    readonly name: string;
    readonly folder: string;
    readonly objects: number;
  }[];
  readonly skipped: readonly SkippedPath[];
}

/**
 * Checks the files of any repository: one of the golden path by its answers and its objects, any other by its objects
 * alone.
 *
 * @param context - what is known beyond the files; rules that ask for what is not are listed as not checked
 */
export function checkRepository(
  files: FileTree,
  context: { platform?: PlatformFacts; live?: FitAnswer } = {},
): CheckReport {
  const answers = readAnswers(files);
  const { subject, folders } =
    answers.type === 'answers'
      ? generatedSubject({ ...context, spec: answers.spec, files })
      : foreignSubject(files, {
          ...context,
          ...(answers.type === 'broken' && {
            whyNoSpec: 'the answers of the golden path cannot be read',
          }),
        });
  const { documents } = subject;
  const judgement = judge(subject, contained);
  const findings = [
    ...(answers.type === 'broken' ? answers.findings : []),
    ...judgement.findings,
  ];
  return {
    goldenPathVersion: GOLDEN_PATH_VERSION,
    origin: answers.type === 'none' ? 'foreign' : 'generated',
    // A repository is mended in its files; what changes answers is of use in a form only.
    findings: joinFindings(
      placeFindings(
        findings.map(({ repair: _, ...finding }) => finding),
        { files, folders, documents },
      ),
    ),
    notChecked: judgement.notChecked,
    environments: (ifKnown(subject.environments) ?? []).map(
      ({ environment, objects }) => ({
        name: environment,
        folder: folders.get(environment)?.folder ?? '',
        objects: objects.length,
      }),
    ),
    skipped: answers.type === 'answers' ? [] : charts(files),
  };
}

function generatedSubject(
  options: Parameters<typeof subjectOf>[0],
): CheckedSubject {
  return {
    subject: subjectOf(options),
    folders: new Map(
      options.spec.environments.map(({ name }) => [
        name,
        { kind: 'overlay', folder: `${OVERLAYS}/${name}` },
      ]),
    ),
  };
}

/** Files of strangers can hold anything: what one rule stumbles over keeps no other from its work. */
function contained(rule: Rule, subject: Subject): readonly Outcome[] {
  try {
    return saidBy(rule, subject);
  } catch (cause) {
    const { message } = cause as Error;
    return [
      notChecked(`an object is not built as Kubernetes wants it (${message})`),
    ];
  }
}

function charts(files: FileTree): SkippedPath[] {
  return chartFolders(files).map(folder => ({
    path: folder === '' ? '.' : folder,
    reason:
      'it is a Helm chart; write the output of helm template into a folder and check that',
  }));
}
