import fc from 'fast-check';

/** A name that nothing refuses. */
export const name = fc
  .stringMatching(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/)
  .filter(text => text.length <= 40);

/** Text that has broken somebody's YAML, shell, PromQL or Markdown before. */
export const hostile = fc.oneof(
  { maxDepth: 0 },
  fc.constantFrom(
    'Billing: "invoices" & co #1',
    'on',
    '1.10',
    '0o17',
    '1_000',
    '.inf',
    '- a\n- b',
    '${{ parameters.name }}',
    '{{ .Values.x }} {{- end }}',
    "it's {a: b}",
    '# nothing',
    '!tag *alias &anchor',
    '\ttabs\r\nand lines',
    '2026-11-24',
    '~',
    ' ',
    '\n',
    '$(rm -rf /) `id` $& $1',
    '\u2028\u0085\ufeff',
    '<script>alert(1)</script> [a](http://evil.example)',
    '__proto__',
  ),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** The same where something must be said. */
export const hostileWords = hostile.filter(text => text !== '');

/** A query of one's own: whatever stands in double braces in it is looked up. */
export const query = hostileWords.filter(text => !text.includes('{{'));

/** A branch that Git takes, and something else may not. */
export const branch = fc.constantFrom(
  'main',
  'master',
  'release/1.x',
  'v2',
  'on',
  '1.10',
  '#1',
  '!x',
  '&x',
  'c++',
  'it\'s"so"',
  'a{{b}}c{{{{d',
  '${{github.token}}',
  '`id`$(id)',
  '東京-🚀',
);

/** A path of a URL or of a folder. */
export const hostilePath = hostile.map(text => `/${text}`);

/** An amount between one and sixty-four units, or one that is written in a way seldom seen. */
export const quantity = (units: readonly string[], odd: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: amount(units) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );

function amount(units: readonly string[]) {
  return fc
    .tuple(fc.integer({ min: 1, max: 64 }), fc.constantFrom(...units))
    .map(([number, unit]) => `${number}${unit}`);
}

export const duration = fc.constantFrom('30', '90s', '5m', '1h');

export const schedule = fc.constantFrom(
  '0 2 * * *',
  '*/5 * * * *',
  '0 8 * * 1-5',
  '30 4 1,15 * *',
  '0 0 * JAN-MAR,DEC SUN',
);

/** Something or nothing. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
