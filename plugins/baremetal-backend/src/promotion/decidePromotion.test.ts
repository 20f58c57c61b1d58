import {
  dave,
  digest,
  erin,
  OVERLAY,
  promotionBench,
  REPO,
  serving,
  STAGE_OVERLAY,
  target,
} from './testUtils/promotionBench';

const NEW = { tag: '1.9.2', digest: digest('9') };

async function opened(options?: { fourEyes?: boolean }) {
  const bench = await promotionBench(options);
  const { promotion } = await bench.open();
  const { id = '', headCommit = '' } = promotion ?? {};
  const decide =
    (verb: 'approve' | 'merge') =>
    (viewer = erin, head = headCommit) =>
      bench.promotions[verb](id, target, { viewer, headCommit: head });
  return {
    ...bench,
    id,
    headCommit,
    approve: decide('approve'),
    merge: decide('merge'),
    look: (viewer = erin) => bench.promotions.get(id, target, viewer),
  };
}

describe('deciding on a promotion', () => {
  it('is approved by somebody else, then merged, then followed until it is verified', async () => {
    const { approve, merge, look, forge, runs, refresh, store, id, ...bench } =
      await opened();
    expect(await look()).toMatchObject({
      state: 'ready',
      turn: 'you',
      approve: { enabled: true },
      merge: { enabled: false, words: 'Needs 1 approval.' },
    });
    expect(await approve()).toMatchObject({
      state: 'approved',
      merge: { enabled: true },
      approvals: [
        { by: 'user:default/erin', commit: bench.headCommit, counts: true },
      ],
      reviewedHead: bench.headCommit,
    });
    expect(await merge()).toMatchObject({ state: 'merged', turn: 'moving' });
    const at = { ref: 'main', path: OVERLAY };
    expect((await forge.readFile(REPO, at))?.text).toContain('"1.9.2"');
    expect(await forge.branchHead(REPO, 'promote/cart/stage')).toBe(undefined);

    runs.stage = serving(
      'stage',
      { tag: '1.8.0', digest: digest('8') },
      {
        workload: {
          wanted: { repository: 'x', ...NEW },
          phase: 'paused',
          words: 'waits at 20 %',
          weight: 20,
        },
      },
    );
    await refresh();
    expect(await look()).toMatchObject({
      state: 'canary',
      status: { words: 'Canary 20 %' },
    });
    runs.stage = serving('stage', NEW);
    await refresh();
    expect(await look()).toMatchObject({ state: 'verified' });
    expect((await store.get(id))?.state).toBe('verified');
    runs.stage = serving('stage', { tag: '2.0.0', digest: digest('2') });
    expect(await look()).toMatchObject({ state: 'verified' });
    expect((await look()).diff.lines).toContainEqual({
      kind: 'added',
      number: 6,
      text: '    newTag: "1.9.2"',
    });
  });

  it('says that Git and cluster differ after an abort', async () => {
    const { approve, merge, look, runs, refresh, queue } = await opened();
    await approve();
    await merge();
    runs.stage = serving(
      'stage',
      { tag: '1.8.0', digest: digest('8') },
      {
        workload: {
          wanted: { repository: 'x', ...NEW },
          phase: 'aborted',
          words: 'the analysis failed',
        },
      },
    );
    await refresh();
    expect(await look()).toMatchObject({
      state: 'aborted',
      turn: 'stuck',
      drift: 'Git says 1.9.2, stage serves 1.8.0',
    });
    expect((await queue()).verdict.sentence).toBe('1 is stuck.');
  });

  it.each(['approve', 'merge'] as const)(
    'does not let the requester %s',
    async verb => {
      const bench = await opened();
      await expect(
        bench[verb]({ ...dave, mayApprove: true }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: `You asked for it; another person ${verb}s.`,
      });
    },
  );

  it('lets the requester do it where one person is enough', async () => {
    const { merge, look } = await opened({ fourEyes: false });
    const me = { ...dave, mayApprove: true };
    expect(await look(me)).toMatchObject({
      state: 'approved',
      merge: { enabled: true },
    });
    expect(await merge(me)).toMatchObject({ state: 'merged' });
  });

  it('does not merge what nobody approved', async () => {
    const { merge, forge } = await opened();
    await expect(merge()).rejects.toMatchObject({
      name: 'ConflictError',
      message: 'It may not be merged: One approval is missing.',
    });
    expect((await forge.getChange(REPO, 1))?.state).toBe('open');
  });

  it('does not merge while a gate is against it, and says which', async () => {
    const { approve, merge, runs } = await opened();
    await approve();
    runs.stage = serving(
      'stage',
      { tag: '1.8.0', digest: digest('8') },
      {
        storage: {
          known: true,
          value: { tone: 'bad', sentence: 'No copy is left.' },
        },
      },
    );
    await expect(merge()).rejects.toThrow(
      'It may not be merged: No copy is left.',
    );
  });

  it.each(['approve', 'merge'] as const)(
    'does not %s a head that was not read',
    async verb => {
      const bench = await opened();
      await bench.approve();
      await expect(bench[verb](erin, 'f'.repeat(40))).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('after you read it'),
      });
    },
  );

  it.each(['approve', 'merge'] as const)(
    'does not %s commits that somebody else pushed',
    async verb => {
      const bench = await opened();
      await bench.approve();
      const pushed = await bench.commit('promote/cart/stage', { evil: 'x' });
      await expect(bench[verb]()).rejects.toThrow('moved on');
      await expect(bench[verb](erin, pushed)).rejects.toThrow(
        'Somebody else pushed to its branch.',
      );
      expect(await bench.look()).toMatchObject({ state: 'blocked' });
      expect((await bench.forge.getChange(REPO, 1))?.state).toBe('open');
    },
  );

  it('takes the same approval twice for one', async () => {
    const { approve } = await opened();
    await approve();
    expect((await approve()).approvals).toHaveLength(1);
  });

  it('makes the edit again when the same lines changed, and asks for a new approval', async () => {
    const { approve, merge, commit, look, forge, headCommit } = await opened();
    await approve();
    await commit('main', { [OVERLAY]: `${STAGE_OVERLAY}# hotfix\n` });
    await expect(merge()).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('wants a new approval'),
    });
    const now = await look();
    expect(now).toMatchObject({
      state: 'ready',
      approvals: [{ commit: headCommit, counts: false }],
    });
    expect(now.headCommit).not.toBe(headCommit);
    await approve(erin, now.headCommit);
    expect(await merge(erin, now.headCommit)).toMatchObject({
      state: 'merged',
    });
    const at = { ref: 'main', path: OVERLAY };
    const file = await forge.readFile(REPO, at);
    expect(file?.text).toContain('"1.9.2"');
    expect(file?.text).toContain('# hotfix');
  });
});

describe('refreshing promotions', () => {
  it('makes the edit again by itself when the base moved', async () => {
    const { refresh, commit, look, headCommit } = await opened();
    await commit('main', { [OVERLAY]: `${STAGE_OVERLAY}# hotfix\n` });
    await refresh();
    const now = await look();
    expect(now.state).toBe('ready');
    expect(now.headCommit).not.toBe(headCommit);
  });

  it('makes the edit again where the pull request goes, whatever the catalog says by then', async () => {
    const { refresh, commit, look, forge } = await opened();
    await commit('trunk', { [OVERLAY]: 'not what it was opened against' });
    await commit('main', { [OVERLAY]: `${STAGE_OVERLAY}# hotfix\n` });
    await refresh({ ...target, branch: 'trunk' });
    expect((await look()).state).toBe('ready');
    const at = { ref: 'promote/cart/stage', path: OVERLAY };
    expect((await forge.readFile(REPO, at))?.text).toContain('# hotfix');
  });

  it('closes what became pointless', async () => {
    const { refresh, commit, look, forge, headCommit } = await opened();
    const at = { ref: headCommit, path: OVERLAY };
    const file = await forge.readFile(REPO, at);
    await commit('main', { [OVERLAY]: `${file?.text}# by hand\n` });
    await refresh();
    expect(await look()).toMatchObject({ state: 'superseded' });
    expect((await forge.getChange(REPO, 1))?.state).toBe('closed');
  });

  it.each([
    ['closed', 'closed'],
    ['merged', 'merged'],
  ])('notices what was %s on the Git host', async (how, state) => {
    const { refresh, queue, forge, headCommit } = await opened();
    if (how === 'closed') await forge.closeChange(REPO, 1);
    else {
      const method = 'merge';
      await forge.mergeChange(REPO, 1, { expectedHead: headCommit, method });
    }
    await refresh();
    expect((await queue()).promotions).toMatchObject([{ state }]);
  });

  it('lets a later promotion end an earlier one that never arrived', async () => {
    const { approve, merge, runs, refresh, pass, open, ...bench } =
      await opened();
    await approve();
    await merge();
    pass(60);
    runs.dev = serving('dev', { tag: '1.9.3', digest: digest('a') });
    const { outcome, promotion } = await open();
    expect([outcome, promotion?.changeNumber]).toEqual(['opened', 2]);
    const next = { viewer: erin, headCommit: promotion?.headCommit ?? '' };
    const id = promotion?.id ?? '';
    await bench.promotions.approve(id, target, next);
    await bench.promotions.merge(id, target, next);
    await refresh();
    expect((await bench.queue()).promotions.map(({ state }) => state)).toEqual([
      'superseded',
      'merged',
    ]);
  });

  it('leaves the others alone when one fails', async () => {
    const { refresh, forge } = await opened();
    jest.spyOn(forge, 'getChange').mockRejectedValue(new Error('down'));
    await expect(refresh()).resolves.toBe(undefined);
  });
});

describe('the queue', () => {
  it('says whose turn it is', async () => {
    const { queue, promotions } = await opened();
    expect(await queue(erin)).toMatchObject({
      verdict: { tone: 'wait', sentence: '1 promotion waits for you.' },
      promotions: [{ turn: 'you', state: 'ready' }],
    });
    expect(await queue(dave)).toMatchObject({
      verdict: {
        sentence: 'Nothing waits for you.',
        detail: '1 waits for somebody else.',
      },
    });
    expect(await promotions.queue(new Map(), () => erin)).toMatchObject({
      verdict: { tone: 'ok', sentence: 'No promotion is open.' },
      promotions: [],
    });
    expect(await promotions.services()).toEqual(['component:default/cart']);
    expect(await promotions.ofService(target)).toHaveLength(1);
  });

  it('does not know a promotion that nobody asked for', async () => {
    const { promotions } = await opened();
    await expect(promotions.get('nope', target, erin)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
