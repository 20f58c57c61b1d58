import fc from 'fast-check';
import { ProjectedStore } from './ProjectedStore';

interface Row {
  readonly name: string;
  readonly group?: string;
}

function createStore() {
  return new ProjectedStore<Row, 'group'>({ group: row => row.group });
}

it('answers the same array until one of its rows changes', () => {
  const store = createStore();
  store.put('1', 'v1', { name: 'a', group: 'x' });
  store.put('2', 'v1', { name: 'b', group: 'y' });
  const [x, y, all] = [
    store.by('group', 'x'),
    store.by('group', 'y'),
    store.all(),
  ];

  store.put('2', 'v2', { name: 'b2', group: 'y' });

  expect(store.by('group', 'x')).toBe(x);
  expect(store.by('group', 'y')).not.toBe(y);
  expect(store.all()).not.toBe(all);
  expect(y).toEqual([{ name: 'b', group: 'y' }]);
});

it('says once that a listing changed something, and nothing when it did not', () => {
  const store = createStore();
  const changes: number[] = [];
  const stop = store.onChange(() => changes.push(store.revision));
  const listing = new Map([
    ['1', { version: 'v1', row: { name: 'a', group: 'x' } }],
    ['2', { version: 'v1', row: { name: 'b' } }],
  ]);

  store.replace(listing);
  store.replace(new Map(listing));
  store.remove('unknown');
  expect(changes).toEqual([1]);

  store.remove('2');
  stop();
  store.remove('1');
  expect(changes).toEqual([1, 2]);
  expect(store.by('group', 'x')).toEqual([]);
});

const change = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    key: fc.constantFrom('1', '2', '3'),
    group: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  }),
  fc.record({
    do: fc.constant('remove' as const),
    key: fc.constantFrom('1', '2', '3'),
  }),
);

it('finds by index what a walk through all rows would find', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), changes => {
      const store = createStore();
      changes.forEach((each, at) =>
        each.do === 'put'
          ? store.put(each.key, `v${at}`, { name: each.key, group: each.group })
          : store.remove(each.key),
      );
      for (const group of ['x', 'y']) {
        const walked = store.all().filter(row => row.group === group);
        expect(new Set(store.by('group', group))).toEqual(new Set(walked));
      }
    }),
  );
});
