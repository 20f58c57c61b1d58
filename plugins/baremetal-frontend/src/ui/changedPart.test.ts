import { changedPart } from './changedPart';

describe('changedPart', () => {
  it.each([
    [
      '    newTag: "1.8.0"',
      '    newTag: "1.9.2"',
      ['    newTag: "', '1.8.0', '"'],
      ['    newTag: "', '1.9.2', '"'],
    ],
    // Half a version says less than a whole one.
    [
      'tag: 1.9.1',
      'tag: 1.9.2',
      ['tag: ', '1.9.1', ''],
      ['tag: ', '1.9.2', ''],
    ],
    ['tag: 1.9', 'tag: 11.9', ['tag: ', '1.9', ''], ['tag: ', '11.9', '']],
    ['same', 'same', ['', 'same', ''], ['', 'same', '']],
    ['a: 1', 'a: 1 # why', ['a: ', '1', ''], ['a: ', '1 # why', '']],
  ])('%s → %s', (left, right, ...parts) => {
    expect(changedPart(left, right)).toEqual(parts);
  });

  it('always puts the line together again', () => {
    const lines = ['', 'x', 'newTag: "1.8.0"', 'newTag: 1.8.0', '  - a', 'aa'];
    for (const left of lines) {
      for (const right of lines) {
        const [a, b] = changedPart(left, right);
        expect([a.join(''), b.join('')]).toEqual([left, right]);
      }
    }
  });
});
