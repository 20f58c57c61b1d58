import { evaluateExpression } from './expression';

describe('evaluateExpression', () => {
  it.each([
    ['result[0] >= 0.99', [0.995], true],
    ['result[0] >= 0.99', [0.9], false],
    ['len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99', [], false],
    ['len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99', [NaN], false],
    ['len(result) == 0 || isNaN(result[0])', [NaN], true],
    ['(result[0] + 1) * 2 - 3 == 1', [1], true],
    ['not (result[0] > 1) or false', [2], false],
    ['default(nil, 3) == 3', [], true],
    ['asInt(result[0]) == 2', [2.7], true],
    ['-result[0] < 0', [2], true],
  ])('%s with %j', (text, result, expected) => {
    expect(evaluateExpression(text, { result })).toBe(expected);
  });

  it.each([
    ['result[0] > 1', /index out of range/],
    ['other > 1', /unknown name other/],
    ['result[0] >', /unknown name end of expression|unexpected/],
    ['result ? 1 : 2', /unexpected/],
  ])('%s is an error', (text, message) => {
    expect(() => evaluateExpression(text, { result: [] })).toThrow(message);
  });
});
