import fc from 'fast-check';
import { toYaml } from '../../serialize';
import type { Manifest } from '../../types';
import { renderChart } from '../render/renderChart';
import { HELPERS } from './helpers';
import { objectTemplates } from './objectTemplates';
import { templateText } from './templateText';
import { ValueRecorder } from './ValueRecorder';
import { valuesSchema } from './valuesSchema';
import { valuesText } from './valuesText';

const NAMESPACES = ['x-dev', 'x-stage', 'x-prod'];

/** Makes a chart of what environments have, and renders it for each of them. */
function thereAndBack(environments: readonly (readonly Manifest[])[]) {
  const recorder = new ValueRecorder();
  const templates = objectTemplates(
    {
      environments: environments.map((objects, i) => ({
        namespace: NAMESPACES[i] ?? '',
        objects,
      })),
      configName: 'x-config',
      fileNames: new Map(),
      treatments: { objects: {}, switches: {}, images: new Map() },
    },
    recorder,
  );
  const files = new Map([
    ['c/Chart.yaml', toYaml({ name: 'x' })],
    ['c/values.yaml', valuesText(recorder.defaults(), [])],
    ['c/values.schema.json', JSON.stringify(valuesSchema(recorder.values()))],
    ['c/templates/_helpers.tpl', HELPERS],
    ...templates.map((template): [string, string] => [
      `c/templates/${template.file}`,
      templateText(template),
    ]),
    ...environments.map((_, i): [string, string] => [
      `${i}.yaml`,
      valuesText(recorder.valuesOf(i), []),
    ]),
  ]);
  return environments.map((_, i) =>
    renderChart(files, {
      chart: 'c',
      valueFiles: [`${i}.yaml`],
      namespace: NAMESPACES[i] ?? '',
    }),
  );
}

const text = fc.oneof(
  fc.constantFrom(
    '{{ .Values.x }}',
    '{{- end }}',
    '{{{',
    '}}',
    'on',
    '1.10',
    '~',
    ' ',
    'a\n\n\n',
    'a  ',
    '\n a',
    '# x',
    '- y',
    'x: {{',
    'x-dev',
    'at x-prod.',
    '"{{"',
    "it's",
    '\u00a0',
    '|\n  x',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
);

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c/d', 'e.f', '~', 'on', '{{ x }}', '-', '"'),
  fc.constantFrom('constructor', 'valueOf', 'toString', '__proto__'),
  fc.stringMatching(/^[a-zA-Z0-9./_ -]{1,8}$/),
);

const { json } = fc.letrec(tie => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.integer({ min: -5, max: 2_000_000 }),
    fc.boolean(),
    fc.dictionary(key, tie('json'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('json'), { maxLength: 3 }),
  ),
}));

const object = fc
  .record({ name: fc.constantFrom('a', 'b'), spec: json, data: json })
  .map(
    ({ name, spec, data }): Manifest => ({
      apiVersion: 'v1',
      kind: 'Thing',
      metadata: { name },
      spec,
      data,
    }),
  );

/** Environments that have much in common, as they have in life, and some that have nothing. */
const environments = fc
  .tuple(object, object, object, fc.integer({ min: 0, max: 7 }))
  .map(([a, b, c, likeness]) => [
    [a],
    [likeness % 2 ? { ...a, spec: b.spec } : b],
    [likeness > 3 ? { ...a, data: c.data } : c],
  ]);

it('gives each environment back what it had, whatever differs', () => {
  fc.assert(
    fc.property(environments, objects => {
      expect(thereAndBack(objects)).toEqual(objects);
    }),
    { numRuns: 500 },
  );
});

it.each<[string, unknown, unknown]>([
  ['a field that only one has', { a: 1, b: 2 }, { a: 1 }],
  ['a field that only one has, and that is nothing', { a: 0 }, {}],
  ['a field of a list that only one has', [{ a: '', b: 1 }], [{ b: 1 }]],
  ['lists of other lengths', [1, 2], [1]],
  ['another type', { a: '1' }, { a: 1 }],
  ['text and a map', { a: 'x' }, { a: { b: 'x' } }],
  ['two lists in each other', [[1, { a: 2 }]], [[1, { a: 3 }]]],
  ['text with the namespace', 'in x-dev, of x-dev', 'in x-stage, of x-stage'],
  ['text with one namespace', 'in x-dev', 'in x-dev'],
  ['braces in a name', { '{{ x }}': 'a\n\n\n' }, { b: 1 }],
  ['names that are alike', { 'a/b': 1, a_b: 1 }, { 'a/b': 2, a_b: 3 }],
])('knows %s', (_, first, second) => {
  const of = (spec: unknown): Manifest => ({
    apiVersion: 'v1',
    kind: 'Thing',
    metadata: { name: 'a' },
    spec,
  });
  expect(thereAndBack([[of(first)], [of(second)]])).toEqual([
    [of(first)],
    [of(second)],
  ]);
});
