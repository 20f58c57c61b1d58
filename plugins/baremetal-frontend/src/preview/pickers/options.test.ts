import { platform } from '../../__fixtures__/platform';
import { hardwareClassOptions } from './hardwareClassOptions';
import { environmentsOf, readOptions } from './options';
import { storageClassOptions } from './storageClassOptions';

describe('options of a picker', () => {
  it.each([
    [hardwareClassOptions, { cpu: '500mm' }, 'cpu', '500m'],
    [hardwareClassOptions, { memory: 'much' }, 'memory', '1Gi'],
    [storageClassOptions, { size: '20 GB' }, 'size', '20Gi'],
  ])('are refused when an amount is none', (schema, options, at, example) => {
    expect(readOptions(schema, { 'ui:options': options })).toEqual({
      ok: false,
      problem: `ui:options.${at}: is not an amount; write one like ${example}`,
    });
  });

  it('name environments, or the answer that lists them; otherwise all are asked', () => {
    const all = platform.environments.map(({ name }) => name);
    const form = { where: ['stage', ''], odd: 'stage' };
    expect(environmentsOf({ environments: ['dev'] }, form, platform)).toEqual([
      'dev',
    ]);
    expect(
      environmentsOf({ environmentsFrom: 'where' }, form, platform),
    ).toEqual(['stage']);
    expect(environmentsOf({ environmentsFrom: 'odd' }, form, platform)).toEqual(
      all,
    );
    expect(environmentsOf({}, undefined, platform)).toEqual(all);
  });
});
