import type { Severity } from '@baremetal/backstage-plugin-baremetal-common';
import { sha256 } from '../../hash/sha256';
import { RULES } from '../../rules';
import { SPEC_ISSUE } from '../../spec/explainSpecIssues';
import type { CheckReport, LocatedFinding } from '../checkRepository';
import { whereItIs } from './whereItIs';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * The report in the format that code hosts show beside the lines (SARIF 2.1.0).
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: CheckReport): unknown {
  const rules = rulesOf(report);
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'golden-path',
            semanticVersion: report.goldenPathVersion,
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notificationsOf(report),
          },
        ],
        results: report.findings.map(finding => ({
          ruleId: finding.id,
          ruleIndex: rules.findIndex(({ id }) => id === finding.id),
          level: LEVELS[finding.severity],
          message: {
            text: `${finding.message}${whereItIs(finding, report)} ${
              finding.fix
            }`,
          },
          locations: [locationOf(finding)],
          partialFingerprints: { 'goldenPath/v1': fingerprintOf(finding) },
        })),
      },
    ],
  };
}

function rulesOf({ findings }: CheckReport) {
  const titles = [
    ...RULES.map(({ id, title }) => ({ id, title })),
    { id: SPEC_ISSUE, title: 'The answers of the golden path are well formed' },
  ];
  return titles.map(({ id, title }) => {
    const fixes = new Set(
      findings.filter(finding => finding.id === id).map(({ fix }) => fix),
    );
    const help = [`${title}.`, ...fixes].join(' ');
    return {
      id,
      shortDescription: { text: title },
      fullDescription: { text: `${title}.` },
      help: { text: help },
    };
  });
}

function notificationsOf({ notChecked, skipped }: CheckReport) {
  return [
    ...notChecked.map(({ id, reason }) => ({
      level: 'note',
      message: { text: `${id} was not checked, because ${reason}.` },
      associatedRule: { id },
    })),
    ...skipped.map(({ path, reason }) => ({
      level: 'note',
      message: { text: `${path} was skipped, because ${reason}.` },
    })),
  ];
}

function locationOf({ location }: LocatedFinding) {
  return {
    physicalLocation: {
      artifactLocation: {
        uri: location.file.split('/').map(encodeURIComponent).join('/'),
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: location.line },
    },
  };
}

/** Stays the same while lines move, so that a code host does not report a known finding anew. */
function fingerprintOf({ id, location, message }: LocatedFinding): string {
  return sha256(JSON.stringify([id, location.file, message]));
}
