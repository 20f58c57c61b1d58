import {
  applyConfiguration,
  jsonPatch,
  mergePatch,
  strategicMerge,
} from './patches';

describe('patches', () => {
  it('merge: null removes, lists are replaced', () => {
    expect(
      mergePatch(
        { a: 1, b: { c: 2, d: 3 }, list: [1, 2] },
        { a: null, b: { c: 4 }, list: [3] },
      ),
    ).toEqual({
      b: { c: 4, d: 3 },
      list: [3],
    });
  });

  it('JSON: leaves its target as it was, also when it fails half way', () => {
    const target = { a: [1] };
    expect(jsonPatch(target, [{ op: 'add', path: '/a/-', value: 2 }])).toEqual({
      a: [1, 2],
    });
    expect(() =>
      jsonPatch(target, [
        { op: 'remove', path: '/a/0' },
        { op: 'test', path: '/a', value: 'no' },
      ]),
    ).toThrow(/the server rejected our request/);
    expect(target).toEqual({ a: [1] });
  });

  it('strategic: containers merge by name', () => {
    const target = {
      containers: [
        { name: 'a', image: '1' },
        { name: 'b', image: '1' },
      ],
    };
    expect(
      strategicMerge(target, {
        containers: [
          { name: 'b', image: '2' },
          { name: 'a', $patch: 'delete' },
        ],
      }),
    ).toEqual({
      containers: [{ name: 'b', image: '2' }],
    });
  });

  it('apply: takes back what the manager no longer names and keeps what others wrote', () => {
    const live = {
      labels: { mine: '1', other: '2' },
      env: [
        { name: 'A', value: '1' },
        { name: 'THEIRS', value: '2' },
      ],
    };
    const before = { labels: { mine: '1' }, env: [{ name: 'A', value: '1' }] };
    const desired = { labels: { next: '3' }, env: [{ name: 'B', value: '4' }] };
    expect(applyConfiguration(live, { before, desired }, false)).toEqual({
      labels: { other: '2', next: '3' },
      env: [
        { name: 'B', value: '4' },
        { name: 'THEIRS', value: '2' },
      ],
    });
    expect(applyConfiguration(live, { before, desired }, true).env).toEqual([
      { name: 'B', value: '4' },
    ]);
  });
});
