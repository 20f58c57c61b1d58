import { parse } from 'yaml';
import { toYaml } from './serialize';

it.each([
  'on',
  'yes',
  '~',
  '1.10',
  '0o17',
  '017',
  '1_000',
  '.5e3',
  '190:20:30',
  '2026-11-24',
  '0x1f',
  '.inf',
  'null',
  '- a\n- b',
  '\u2028\u0085\ufeff\u0000',
])('%j is text to readers of either version of YAML', text => {
  const yaml = toYaml({ text });
  expect(parse(yaml, { version: '1.1' })).toEqual({ text });
  expect(parse(yaml, { version: '1.2' })).toEqual({ text });
});
