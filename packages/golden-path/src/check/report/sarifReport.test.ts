import type { CheckReport } from '../checkRepository';
import { sarifReport } from './sarifReport';

const REPORT: CheckReport = {
  goldenPathVersion: '1.2.3',
  origin: 'generated',
  findings: [
    {
      id: 'AV01',
      severity: 'error',
      path: 'disruption.maxUnavailable',
      message: 'No pod may go.',
      fix: 'Use maxUnavailable: 1.',
      location: { file: 'deploy/my overlay/a#b.yaml', line: 12 },
    },
    {
      id: 'SPEC',
      severity: 'info',
      path: 'port',
      message: 'Odd.',
      fix: 'Nothing to do.',
      location: { file: '.baremetal/golden-path.yaml', line: 1 },
    },
  ],
  notChecked: [{ id: 'AS11', reason: 'no cluster was asked for its room' }],
  environments: [],
  skipped: [{ path: 'big.yaml', reason: 'it is no manifest' }],
};

/** The parts of the standard's schema that code hosts refuse a file for. */
interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly help: { readonly text: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
    }[];
  }[];
}

describe('sarifReport', () => {
  const sarif = sarifReport(REPORT) as Sarif;
  const run = sarif.runs[0]!;
  const { rules } = run.tool.driver;

  it('is a log of one run, with a result for each finding', () => {
    expect(sarif).toMatchObject({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'golden-path', semanticVersion: '1.2.3' } },
          results: [
            {
              ruleId: 'AV01',
              level: 'error',
              message: { text: 'No pod may go. Use maxUnavailable: 1.' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {
                      uri: 'deploy/my%20overlay/a%23b.yaml',
                      uriBaseId: '%SRCROOT%',
                    },
                    region: { startLine: 12 },
                  },
                },
              ],
              partialFingerprints: {
                'goldenPath/v1': expect.stringMatching(/^[0-9a-f]{64}$/),
              },
            },
            { ruleId: 'SPEC', level: 'note' },
          ],
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [
                {
                  level: 'note',
                  message: {
                    text: 'AS11 was not checked, because no cluster was asked for its room.',
                  },
                  associatedRule: { id: 'AS11' },
                },
                { level: 'note' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('points from each result to its rule, and has words for each rule', () => {
    for (const { ruleId, ruleIndex } of run.results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.every(({ help }) => help.text.length > 10)).toBe(true);
    expect(rules.find(({ id }) => id === 'AV01')?.help.text).toContain(
      'Use maxUnavailable: 1.',
    );
  });

  it('knows a finding again after its line has moved', () => {
    const moved: CheckReport = {
      ...REPORT,
      findings: REPORT.findings.map(finding => ({
        ...finding,
        location: { ...finding.location, line: 99 },
      })),
    };
    const prints = (log: unknown) =>
      JSON.stringify(log).match(/"goldenPath\/v1":"[0-9a-f]+"/g);
    expect(prints(sarifReport(moved))).toEqual(prints(sarif));
  });
});
