import { renderService } from '../renderService';
import { editYaml } from '../rules/fixture';
import { PLATFORM, specOf } from '../rules/goodAnswers';
import { checkRepository } from './checkRepository';

const generated = () =>
  new Map(renderService(specOf({ packaging: 'helm' }), PLATFORM));
const VALUES = 'deploy/overlays/prod/values.yaml';
const check = (files: Map<string, string>) =>
  checkRepository(files, { platform: PLATFORM });

describe('a repository with a chart', () => {
  it('is as good as it was made', () => {
    const report = check(generated());
    expect(report).toMatchObject({
      origin: 'generated',
      findings: [],
      skipped: [],
    });
    expect(report.environments.map(({ objects }) => objects > 5)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('shows where values forbid it', () => {
    const files = generated();
    editYaml(files, VALUES, values => {
      values.image.digest = '';
      values.image.tag = '1.5.0';
    });
    expect(check(files).findings).toMatchObject([
      { id: 'KU05', severity: 'error', location: { file: VALUES } },
    ]);
  });

  it('shows the template of an object that is wrong', () => {
    const files = generated();
    const rollout = 'deploy/chart/templates/rollout.yaml';
    files.set(
      rollout,
      (files.get(rollout) ?? '').replace(
        'progressDeadlineSeconds: 600',
        'progressDeadlineSeconds: 5',
      ),
    );
    const { findings } = check(files);
    expect(findings.map(({ id }) => id)).toContain('AV07');
  });

  // Silence about objects that nobody has looked at would read as praise.
  it('says of every rule about objects that only Helm can tell', () => {
    const files = generated();
    files.set(
      'deploy/chart/templates/more.yaml',
      '{{ range .Values.more }}{{ end }}',
    );
    const { findings, notChecked, environments } = check(files);
    expect(findings).toEqual([]);
    expect(environments).toEqual([]);
    const reason =
      'the objects cannot be rendered here: deploy/chart/templates/more.yaml: its line 1 asks for {{ range .Values.more }}, which only Helm can tell';
    for (const id of ['KU04', 'KU05', 'ST13', 'AV07', 'SE01', 'CA01']) {
      expect(notChecked).toContainEqual({ id, reason });
    }
    // The answers are still judged.
    expect(notChecked.map(({ id }) => id)).not.toContain('EN01');
  });
});
