import { parse } from 'yaml';
import { SERVICES } from '../__testUtils__/services';
import { renderService } from '../renderService';
import { PLATFORM, specOf } from '../rules/goodAnswers';
import { ownershipOf } from '../upgrade/lockFile';

const CHARTS = SERVICES.filter(({ title }) => !title.startsWith('hostile'));

describe.each(CHARTS)('the repository of $title, as a chart', answers => {
  const { title, ...special } = answers;
  const files = renderService(
    specOf({ ...special, packaging: 'helm' }),
    PLATFORM,
  );
  const pages = [...files].filter(([path]) => path.startsWith('docs/'));

  it('names no file that only overlays have', () => {
    for (const [, text] of pages) {
      expect(text).not.toMatch(/kustomiz|newTag|deploy\/base|patch-[a-z]/i);
      for (const [, path = ''] of text.matchAll(/`(deploy\/[\w./-]+)`/g)) {
        expect([...files.keys()].some(file => file.startsWith(path))).toBe(
          true,
        );
      }
    }
  });

  it('keeps other hands off the templates, and bots off the image of the service', () => {
    const { packageRules } = JSON.parse(files.get('renovate.json') ?? '');
    expect(packageRules[0]).toMatchObject({ matchManagers: ['helm-values'] });
    expect(packageRules[1].matchFileNames).toContain(
      'deploy/chart/templates/**',
    );
    expect(ownershipOf('deploy/chart/templates/rollout.yaml')).toBe('managed');
    expect(ownershipOf('deploy/chart/values.schema.json')).toBe('managed');
    expect(ownershipOf('deploy/overlays/prod/values.yaml')).toBe('merged');
  });

  it('renders each environment when it is checked', () => {
    const { jobs } = parse(
      files.get('.github/workflows/golden-path-check.yaml') ?? '',
    );
    expect(jobs.overlays.steps[1].run).toContain(
      // eslint-disable-next-line no-template-curly-in-string
      'helm template deploy/chart --values "${overlay}values.yaml" >',
    );
  });
});
