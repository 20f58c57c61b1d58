import { ApiError } from './apiError';
import { matchesSelector, parseLabelSelector } from './selectors';

const LABELS = { app: 'web', tier: 'front' };

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['app=web', true],
    ['app==web,tier=front', true],
    ['app!=web', false],
    ['missing!=web', true],
    ['app in (api, web)', true],
    ['app notin (api,web)', false],
    ['tier,app in (web),!missing', true],
    ['!tier', false],
  ])('%s', (text, expected) => {
    expect(parseLabelSelector(text)(LABELS)).toBe(expected);
  });

  it('refuses what is no selector', () => {
    expect(() => parseLabelSelector('app = = web')).toThrow(ApiError);
  });
});

describe('matchesSelector', () => {
  it.each([
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'api' } }, false],
    [
      {
        matchExpressions: [{ key: 'tier', operator: 'In', values: ['front'] }],
      },
      true,
    ],
    [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, false],
    [undefined, false],
  ])('%j', (selector, expected) => {
    expect(matchesSelector(selector, LABELS)).toBe(expected);
  });
});
