import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DatabasePromotionStore } from './DatabasePromotionStore';
import { MemoryPromotionStore } from './MemoryPromotionStore';
import type { PromotionRecord, PromotionStore } from './PromotionStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const first: PromotionRecord = {
  id: 'p-1',
  service: {
    entityRef: 'component:default/cart',
    name: 'cart',
    kubernetesId: 'cart',
  },
  owner: 'group:default/team-shop',
  from: 'dev',
  to: 'stage',
  candidate: {
    repository: 'registry.example/shop/cart',
    tag: '1.9.2',
    digest: 'sha256:aa',
  },
  repo: { owner: 'shop', name: 'cart' },
  overlayFile: 'deploy/overlays/stage/kustomization.yaml',
  baseBranch: 'main',
  baseCommit: 'b1',
  headBranch: 'promote/cart/stage',
  headCommit: 'h1',
  changeNumber: 1,
  changeUrl: 'https://git.example.test/shop/cart/pulls/1',
  reformatted: false,
  requestedBy: 'user:default/dave',
  requestedAt: '2026-11-24T10:00:00.000Z',
  state: 'open',
};

const HEAD = { headCommit: 'h1', state: 'open' } as const;

const stores: [string, () => Promise<PromotionStore>][] = [
  ['MemoryPromotionStore', async () => new MemoryPromotionStore()],
  ...databases
    .eachSupportedId()
    .map(([id]): [string, () => Promise<PromotionStore>] => [
      `DatabasePromotionStore on ${id}`,
      async () => {
        const knex = await databases.init(id);
        return DatabasePromotionStore.create({
          database: mockServices.database({
            knex,
            migrations: { skip: false },
          }),
        });
      },
    ]),
];

describe.each(stores)('%s', (_, create) => {
  let store: PromotionStore;

  beforeEach(async () => {
    store = await create();
  });

  it('gives back what was added', async () => {
    expect(await store.add(first)).toEqual({ outcome: 'added' });
    expect(await store.get('p-1')).toEqual(first);
    expect(await store.findOpen('component:default/cart', 'stage')).toEqual(
      first,
    );
    expect(await store.findOpen('component:default/cart', 'prod')).toBe(
      undefined,
    );
    expect(await store.get('p-2')).toBe(undefined);
  });

  it('holds one open promotion per service and target', async () => {
    await store.add(first);
    const second = { ...first, id: 'p-2' };
    expect(await store.add(second)).toEqual({
      outcome: 'existing',
      record: first,
    });
    expect(await store.add({ ...second, to: 'prod' })).toEqual({
      outcome: 'added',
    });
    await store.update('p-1', HEAD, { state: 'merged' });
    expect(await store.add({ ...first, id: 'p-3' })).toEqual({
      outcome: 'added',
    });
  });

  it('lets one of two that ask at once through', async () => {
    const results = await Promise.all(
      ['a', 'b', 'c'].map(id => store.add({ ...first, id })),
    );
    expect(results.filter(({ outcome }) => outcome === 'added')).toHaveLength(
      1,
    );
    expect(await store.list({ endedSince: '' })).toHaveLength(1);
  });

  it('changes only what is as it was seen', async () => {
    await store.add(first);
    const patch = { headCommit: 'h2', baseCommit: 'b2' };
    expect(await store.update('p-1', { ...HEAD, headCommit: 'x' }, patch)).toBe(
      false,
    );
    expect(await store.update('p-1', { ...HEAD, state: 'merged' }, patch)).toBe(
      false,
    );
    expect(await store.update('p-2', HEAD, patch)).toBe(false);
    expect(await store.get('p-1')).toEqual(first);
    expect(await store.update('p-1', HEAD, patch)).toBe(true);
    expect(await store.get('p-1')).toEqual({ ...first, ...patch });
  });

  it('lists what lives and what ended lately, newest first', async () => {
    const at = (hour: number) => `2026-11-24T${hour}:00:00.000Z`;
    const ended = { state: 'verified', endedAt: at(12) } as const;
    const old = { state: 'closed', endedAt: at(11) } as const;
    await store.add(first);
    await store.add({ ...first, ...ended, id: 'p-2', requestedAt: at(11) });
    await store.add({ ...first, ...old, id: 'p-3', requestedAt: at(12) });
    await store.add({
      ...first,
      id: 'p-4',
      state: 'merged',
      requestedAt: at(13),
      service: { ...first.service, entityRef: 'component:default/other' },
    });
    const ids = (records: readonly PromotionRecord[]) =>
      records.map(({ id }) => id);
    const since = { endedSince: at(12) };
    expect(ids(await store.list(since))).toEqual(['p-4', 'p-2', 'p-1']);
    expect(
      ids(await store.listOfService('component:default/cart', since)),
    ).toEqual(['p-2', 'p-1']);
  });

  it('keeps an approval per person and commit', async () => {
    await store.add(first);
    const approval = {
      by: 'user:default/erin',
      at: '2026-11-24T10:05:00.000Z',
      commit: 'h1',
    };
    const later = { ...approval, at: '2026-11-24T10:09:00.000Z' };
    await store.approve('p-1', approval);
    await store.approve('p-1', later);
    await store.approve('p-1', { ...later, commit: 'h2' });
    expect(await store.approvals('p-1')).toEqual([
      approval,
      { ...later, commit: 'h2' },
    ]);
    expect(await store.approvals('p-2')).toEqual([]);
  });
});
