import type {
  Finding,
  Severity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { type FileTree, locate, type Location } from '@baremetal/golden-path';

/** A line of a file that a finding is about. */
export interface Mark {
  readonly id: string;
  readonly severity: Severity;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Findings about answers name files themselves, so no folder is searched. */
const NO_FOLDERS = { folders: new Map(), documents: () => [] };

/** The lines of a service's repository that findings are about. */
export function marksOf(
  findings: readonly Finding[],
  files: FileTree,
): readonly Mark[] {
  return marksBy(findings, finding =>
    locate(finding, { files, ...NO_FOLDERS }),
  );
}

/** What is only good to know is not marked. */
export function marksBy(
  findings: readonly Finding[],
  place: (finding: Finding) => Location,
): readonly Mark[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(finding => ({
      id: finding.id,
      severity: finding.severity,
      ...place(finding),
    }));
}
