import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { RenderError } from '../../render/RenderError';
import { HELPERS } from '../chart/helpers';
import { renderChart } from './renderChart';

/** A template, and the field `d` of what comes out. */
interface Recorded {
  readonly template: string;
  readonly values?: string;
  readonly d?: unknown;
}

const recorded: [string, Recorded][] = Object.entries(
  parse(readFileSync(join(__dirname, '__fixtures__/actions.yaml'), 'utf8')),
);

const SOURCE = { chart: 'c', valueFiles: ['v.yaml'], namespace: 'x-prod' };

const treeOf = (template: string, values = '', more: object = {}) =>
  new Map<string, string>(
    Object.entries({
      'c/Chart.yaml': 'name: x\n',
      'c/values.yaml': 'a: {b: one, c: two}\nempty: {}\n',
      'c/templates/_helpers.tpl': HELPERS,
      'c/templates/x.yaml': `apiVersion: v1\nkind: Thing\nmetadata: {name: x}\n${template}`,
      'v.yaml': values,
      ...more,
    }),
  );

const render = (...tree: Parameters<typeof treeOf>) =>
  renderChart(treeOf(...tree), SOURCE)[0] as any;

const refusal = (...tree: Parameters<typeof treeOf>): RenderError => {
  try {
    render(...tree);
  } catch (error) {
    if (error instanceof RenderError) return error;
    throw error;
  }
  throw new Error('it was rendered');
};

const IMAGE = 'd: {{ include "service.image" .Values.image | toJson }}';

describe('renderChart', () => {
  it.each(recorded)('renders %s as Helm does', (_, { template, values, d }) => {
    expect(render(template, values).d).toEqual(d);
  });

  it.each<[string, Parameters<typeof treeOf>, RegExp]>([
    ['a value of nothing', ['d: {{ .Values.no.x | toJson }}'], /no\.x/],
    ['a condition on nothing', ['{{- if .Values.no.x }}{{ end }}'], /no\.x/],
    ['an end of nothing', ['{{ end }}'], /line 4 ends nothing/],
    ['an open condition', ['{{ if .Values.a }}'], /no end/],
    ['an open action', ['d: {{ .Values.a'], /not closed/],
    ['what is no YAML', ['d: [\n'], /not YAML/],
    ['something else than an object', ['---\n- 1\n'], /apiVersion/],
    ['values that are a list', ['', '- 1'], /no map/],
    [
      'a named template that is not there',
      [IMAGE, '', { 'c/templates/_helpers.tpl': undefined }],
      /no such named template/,
    ],
  ])('refuses %s', (_, [template, values, more = {}], reason) => {
    const there = Object.entries(more).filter(([, text]) => text !== undefined);
    const files = treeOf(template, values, Object.fromEntries(there));
    for (const [path, text] of Object.entries(more)) {
      if (text === undefined) files.delete(path);
    }
    expect(() => renderChart(files, SOURCE)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(reason),
        isBeyond: false,
      }),
    );
  });

  it.each<[string, Parameters<typeof treeOf>]>([
    ['a loop', ['{{ range .Values.a }}{{ end }}']],
    ['an else', ['{{ if .Values.a }}{{ else }}{{ end }}']],
    ['another function', ['d: {{ .Values.a.b | upper }}']],
    ['another named template', ['d: {{ include "x.y" . | toJson }}']],
    [
      'changed named templates',
      ['', '', { 'c/templates/_helpers.tpl': `${HELPERS}{{/* mine */}}` }],
    ],
    ['named templates of its own', ['', '', { 'c/templates/_own.tpl': '' }]],
    [
      'a chart in the chart',
      ['', '', { 'c/charts/y/Chart.yaml': 'name: y\n' }],
    ],
    [
      'dependencies',
      ['', '', { 'c/Chart.yaml': 'name: x\ndependencies: []\n' }],
    ],
    [
      'a schema that says more',
      ['', '', { 'c/values.schema.json': '{"maxProperties": 3}' }],
    ],
  ])('leaves %s to Helm', (_, tree) => {
    expect(refusal(...tree)).toMatchObject({
      isBeyond: true,
      reason: expect.stringMatching(/only Helm can/),
    });
  });

  it('needs its chart and its values', () => {
    for (const path of ['c/Chart.yaml', 'v.yaml']) {
      const files = treeOf('');
      files.delete(path);
      expect(() => renderChart(files, SOURCE)).toThrow(`${path}: is not there`);
    }
  });
});
