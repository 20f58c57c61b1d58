import { changedPart, changedParts } from './changedPart';

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

describe('changedParts', () => {
  const removed = (text: string) =>
    ({ kind: 'removed', number: 1, text } as const);
  const added = (text: string) => ({ kind: 'added', number: 1, text } as const);
  const same = (text: string) => ({ kind: 'same', number: 1, text } as const);

  it('compares each removed line with its own counterpart', () => {
    expect(
      changedParts([
        same('images:'),
        removed('tag: "1"'),
        removed('digest: "a"'),
        added('tag: "2"'),
        added('digest: "b"'),
        same('end'),
      ]).map(([, changed]) => changed),
    ).toEqual(['', '1', 'a', '2', 'b', '']);
  });

  it('marks nothing where lines have no counterpart', () => {
    expect(
      changedParts([removed('a'), added('b'), added('c'), added('d')]),
    ).toEqual([
      ['a', '', ''],
      ['b', '', ''],
      ['c', '', ''],
      ['d', '', ''],
    ]);
    expect(changedParts([])).toEqual([]);
  });
});
