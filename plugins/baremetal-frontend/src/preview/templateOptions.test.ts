import { chosenTemplate } from './templateOptions';

const EXISTING = { 'ui:options': { archetype: 'service', existing: true } };

describe('chosenTemplate', () => {
  it.each<[string, Parameters<typeof chosenTemplate>, string]>([
    ['what was chosen', [EXISTING, { archetype: 'job' }], 'job'],
    ['its own before anything is chosen', [EXISTING, {}], 'service'],
    ['its own before there are answers', [EXISTING, undefined], 'service'],
    [
      'its own for what nobody knows',
      [EXISTING, { archetype: 'x' }],
      'service',
    ],
    [
      'its own where the template makes one kind only',
      [{ 'ui:options': { archetype: 'worker' } }, { archetype: 'job' }],
      'worker',
    ],
  ])('takes %s', (_, given, archetype) => {
    expect(chosenTemplate(...given).archetype).toBe(archetype);
  });
});
