import { placeOf } from './placeOf';

const t = ((key: string, values: Record<string, unknown> = {}) =>
  [key.replace('create.place.', ''), ...Object.values(values)].join(
    '|',
  )) as unknown as Parameters<typeof placeOf>[1];

describe('placeOf', () => {
  it.each([
    ['', 'answers'],
    ['name', 'name'],
    ['environments.dev.replicas', 'in|dev|replicas'],
    ['environments.dev', 'dev'],
    ['delivery.steps.2', 'nth|steps|3'],
    ['egress.1.port', 'port'],
    ['egress.1', 'nth|egress|2'],
    ['delivery.analysis.count', 'analysis'],
    ['repo.name', 'repo'],
    ['deploy/base/rollout.yaml#/spec/strategy', 'deploy/base/rollout.yaml'],
    ['something.unheard', 'something.unheard'],
  ])('calls %s what the form calls it', (path, words) => {
    expect(placeOf(path, t)).toBe(words);
  });
});
