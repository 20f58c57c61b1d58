import { queriesIn } from './queriesIn';

describe('queriesIn', () => {
  it('finds rules, analyses, scalers and panels', () => {
    const files = new Map([
      [
        'deploy/base/rules.yaml',
        'kind: PrometheusRule\nspec:\n  groups: [{ name: a, rules: [] }]\n',
      ],
      [
        'deploy/base/analysis.yaml',
        'kind: AnalysisTemplate\nspec:\n  metrics:\n    - provider: { prometheus: { query: "sum(x{pod=\\"{{args.pod}}\\"})" } }\n',
      ],
      [
        'deploy/base/dashboard.yaml',
        'kind: ConfigMap\ndata:\n  d.json: \'{"panels":[{"query":"label_values(x)","targets":[{"expr":"rate(y{n=\\"$namespace\\"}[$__rate_interval])"}]}]}\'\n',
      ],
      ['README.md', 'query: nothing'],
    ]);
    expect(queriesIn(files)).toEqual({
      groups: ['groups:\n  - name: a\n    rules: []\n'],
      queries: ['sum(x{pod="x"})', 'rate(y{n="x"}[5m])'],
    });
  });
});
