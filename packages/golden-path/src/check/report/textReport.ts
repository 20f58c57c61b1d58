import type { CheckReport, LocatedFinding } from '../checkRepository';
import { whereItIs } from './whereItIs';

/** How a part of the report is set off on a terminal. */
export type Emphasis = 'file' | 'error' | 'warning' | 'info' | 'quiet';

/** The report for people: by file, each finding with its way out, and a count. */
export function textReport(
  report: CheckReport,
  paint: (text: string, emphasis: Emphasis) => string = text => text,
): string {
  return [
    ...fileSections(report, paint),
    ...notLookedAt(report).map(line => paint(line, 'quiet')),
    summary(report),
    '',
  ].join('\n');
}

type Paint = NonNullable<Parameters<typeof textReport>[1]>;

function fileSections(report: CheckReport, paint: Paint): string[] {
  const { findings } = report;
  const files = new Set(findings.map(({ location }) => location.file));
  return [...files].sort().flatMap(file => [
    paint(file, 'file'),
    ...findings
      .filter(({ location }) => location.file === file)
      .sort((a, b) => a.location.line - b.location.line)
      .flatMap(finding =>
        findingLines(finding, whereItIs(finding, report), paint),
      ),
    '',
  ]);
}

function findingLines(
  finding: LocatedFinding,
  where: string,
  paint: Paint,
): string[] {
  const { id, severity, location, message, fix } = finding;
  const place = String(location.line).padStart(5);
  return [
    `${place}  ${paint(severity.padEnd(7), severity)}  ${id}  ${oneLine(
      message,
    )}${where}`,
    `       ${paint(`Fix: ${oneLine(fix)}`, 'quiet')}`,
  ];
}

/** Rules of one reason share a line. */
function notLookedAt({ notChecked, skipped }: CheckReport): string[] {
  const reasons = new Set(notChecked.map(({ reason }) => reason));
  const lines = [
    ...[...reasons].map(reason => {
      const ids = notChecked
        .filter(each => each.reason === reason)
        .map(({ id }) => id);
      return `Not checked, because ${oneLine(reason)}: ${ids.join(', ')}`;
    }),
    ...skipped.map(
      ({ path, reason }) => `Skipped ${path}, because ${oneLine(reason)}`,
    ),
  ];
  return lines.length > 0 ? [...lines, ''] : [];
}

function summary({ findings, environments, origin }: CheckReport): string {
  const count = (severity: string) =>
    findings.filter(finding => finding.severity === severity).length;
  const objects = environments.reduce((sum, each) => sum + each.objects, 0);
  const names = environments.map(({ name }) => name).join(', ');
  const made =
    origin === 'generated' ? 'of the golden path' : 'without answers';
  return [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'note'),
  ]
    .join(', ')
    .concat(
      ` in ${counted(objects, 'object')} of ${counted(
        environments.length,
        'environment',
      )}${names && ` (${names})`}, a repository ${made}.`,
    );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Names in manifests are other people's text: they shall not draw on the terminal or make up lines of the report. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
