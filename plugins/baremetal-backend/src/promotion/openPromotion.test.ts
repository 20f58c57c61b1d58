import {
  dave,
  digest,
  erin,
  IMAGE,
  OVERLAY,
  promotionBench,
  REPO,
  serving,
  STAGE_OVERLAY,
  target,
} from './testUtils/promotionBench';

const request = {
  entityRef: 'component:default/cart',
  from: 'dev',
  to: 'stage',
};

const EDITED = STAGE_OVERLAY.replace('"1.8.0"', '"1.9.2"').replace(
  digest('8'),
  `"${digest('9')}"`,
);

describe('opening a promotion', () => {
  it('commits the edit of two lines, opens a pull request and says why', async () => {
    const { open, forge, store } = await promotionBench();
    const { outcome, promotion } = await open();
    expect(outcome).toBe('opened');
    expect(promotion).toMatchObject({
      id: 'promotion-1',
      from: 'dev',
      to: 'stage',
      current: { text: '1.8.0', image: IMAGE, digest: digest('8') },
      candidate: { text: '1.9.2', image: IMAGE, digest: digest('9') },
      state: 'ready',
      turn: 'others',
      requestedBy: 'user:default/dave',
      unmet: '1 approval is missing.',
      changeNumber: 1,
      imageOnly: true,
    });
    const head = 'promote/cart/stage';
    const file = await forge.readFile(REPO, { ref: head, path: OVERLAY });
    expect(file?.text).toBe(EDITED);
    const [change] = await forge.findChanges(REPO, { state: 'open' });
    expect(change?.title).toBe('cart: dev → stage 1.9.2');
    expect(change?.labels).toEqual(['promotion']);
    expect(change?.body).toContain('+    newTag: "1.9.2"');
    expect(change?.body).toContain('/baremetal/promotions/promotion-1');
    expect(await store.get('promotion-1')).toMatchObject({
      headCommit: change?.head.commit,
      previous: { tag: '1.8.0', digest: digest('8') },
      state: 'open',
    });
    const statuses = await forge.listStatuses(REPO, change?.head.commit ?? '');
    expect(
      Object.fromEntries(statuses.map(one => [one.context, one.state])),
    ).toEqual({
      'baremetal/rollout-healthy': 'success',
      'baremetal/same-digest': 'success',
      'baremetal/fits': 'success',
      'baremetal/storage-healthy': 'success',
      'baremetal/no-other-promotion': 'success',
      'baremetal/four-eyes': 'pending',
    });
  });

  it('answers a double click with the same pull request', async () => {
    const { open, forge } = await promotionBench();
    const answers = await Promise.all([open(), open()]);
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'opened',
      'existing',
    ]);
    expect(answers[1]?.promotion?.id).toBe('promotion-1');
    expect(await forge.findChanges(REPO, { state: 'all' })).toHaveLength(1);
  });

  it('finds its pull request when it was interrupted before it was recorded', async () => {
    const { open, forge, store } = await promotionBench();
    const add = jest
      .spyOn(store, 'add')
      .mockRejectedValueOnce(new Error('database went away'));
    await expect(open()).rejects.toThrow('database went away');
    const again = await open();
    expect(add).toHaveBeenCalledTimes(2);
    expect(again.outcome).toBe('opened');
    const changes = await forge.findChanges(REPO, { state: 'all' });
    expect(changes).toHaveLength(1);
    expect(changes[0]?.body).toContain(again.promotion?.id);
    expect(again.promotion?.headCommit).toBe(changes[0]?.head.commit);
  });

  it('only works out what it would do when it runs dry', async () => {
    const { promotions, forge, store } = await promotionBench();
    const answer = await promotions.open(
      target,
      { ...request, dryRun: true },
      dave,
    );
    expect(answer.outcome).toBe('wouldOpen');
    expect(answer.preview).toMatchObject({
      openable: true,
      verdict: { tone: 'ok', sentence: '1.9.2 can go to stage.' },
      diff: {
        path: OVERLAY,
        lines: expect.arrayContaining([
          { kind: 'removed', number: 6, text: '    newTag: "1.8.0"' },
          { kind: 'added', number: 6, text: '    newTag: "1.9.2"' },
        ]),
      },
    });
    expect(await forge.branchHead(REPO, 'promote/cart/stage')).toBe(undefined);
    expect(await store.list({ endedSince: '' })).toEqual([]);
  });

  it('refuses what is not what the person saw', async () => {
    const { promotions, runs, commit } = await promotionBench();
    const seen = await promotions.preview(target, { to: 'stage' }, dave);
    const open = () =>
      promotions.open(target, { ...request, expect: seen.expect }, dave);
    runs.dev = serving('dev', { tag: '1.9.3', digest: digest('a') });
    await expect(open()).rejects.toThrow(
      'dev runs another version than the one that you saw; look again',
    );
    runs.dev = serving('dev', { tag: '1.9.2', digest: digest('9') });
    await commit('main', { [OVERLAY]: `${STAGE_OVERLAY}# hotfix\n` });
    await expect(open()).rejects.toThrow(
      'changed since you looked; look at the difference again',
    );
  });

  it('does not mind that something else changed since', async () => {
    const { promotions, commit } = await promotionBench();
    const seen = await promotions.preview(target, { to: 'stage' }, dave);
    await commit('main', { 'README.md': 'news' });
    const answer = await promotions.open(
      target,
      { ...request, expect: seen.expect },
      dave,
    );
    expect(answer.outcome).toBe('opened');
  });

  it('makes the edit again when the base moves while it is written', async () => {
    let moves = 2;
    const bench = await promotionBench({
      wrap: forge => ({
        ...forge,
        ...Object.fromEntries(
          (
            [
              'readFile',
              'listFiles',
              'branchHead',
              'findChanges',
              'getChange',
              'openChange',
              'updateChange',
              'setStatus',
            ] as const
          ).map(name => [name, (forge[name] as Function).bind(forge)]),
        ),
        commitFiles: async (...args) => {
          if (moves > 0) {
            moves -= 1;
            await bench.commit('main', {
              [OVERLAY]: `${STAGE_OVERLAY}# hotfix ${moves}\n`,
            });
          }
          return forge.commitFiles(...args);
        },
      }),
    });
    const { promotion } = await bench.open();
    const at = { ref: promotion?.headCommit ?? '', path: OVERLAY };
    const file = await bench.forge.readFile(REPO, at);
    expect(file?.text).toBe(`${EDITED}# hotfix 0\n`);
  });

  it('does not take over a pull request of somebody else', async () => {
    const { open, forge, commit } = await promotionBench();
    await commit('promote/cart/stage', { x: 'y' });
    await forge.openChange({
      repo: REPO,
      head: 'promote/cart/stage',
      base: 'main',
      title: 'mine',
      body: '<!-- baremetal-promotion: e30.bad -->',
    });
    await expect(open()).rejects.toThrow(
      'Pull request 1 uses the branch promote/cart/stage and was not opened here',
    );
  });

  it.each([
    [
      'a canary in dev',
      {
        dev: serving(
          'dev',
          { tag: '1.9.2', digest: digest('9') },
          {
            workload: { phase: 'paused', words: 'waits for a person at 20 %' },
          },
        ),
      },
      'Not now: The rollout in dev is not finished: waits for a person at 20 %.',
    ],
    [
      'a full stage',
      {
        stage: serving(
          'stage',
          { tag: '1.8.0', digest: digest('8') },
          {
            room: {
              known: true,
              value: {
                hardwareClass: 'compute',
                neededPods: 3,
                fitsNow: 1,
                fitsAfterNodeLoss: 0,
              },
            },
          },
        ),
      },
      'Not now: compute on stage has room for 1 pod; it needs 3 more, surge included.',
    ],
    [
      'a silent stage',
      {
        stage: {
          environment: 'stage',
          clusters: [
            {
              cluster: 'stage',
              ok: false as const,
              problem: { kind: 'unreachable' as const, message: 'no answer' },
            },
          ],
        },
      },
      'Not now: stage cannot be read: no answer.',
    ],
    [
      'nothing new',
      { dev: serving('dev', { tag: '1.8.0', digest: digest('8') }) },
      'Git already asks for this version in stage.',
    ],
    [
      'another image',
      {
        dev: serving(
          'dev',
          { tag: '1', digest: digest('1') },
          {
            workload: {
              images: [
                {
                  repository: 'other',
                  tag: '1',
                  digest: digest('1'),
                  role: 'stable',
                  pods: 2,
                },
              ],
            },
          },
        ),
      },
      `${OVERLAY} does not set the image other.`,
    ],
  ])('refuses %s, in words', async (_, now, words) => {
    const { open, runs, forge, promotions } = await promotionBench();
    Object.assign(runs, now);
    const preview = await promotions.preview(target, { to: 'stage' }, dave);
    expect(preview).toMatchObject({
      openable: false,
      verdict: { sentence: words },
    });
    await expect(open()).rejects.toMatchObject({
      name: 'ConflictError',
      message: words,
    });
    expect(await forge.branchHead(REPO, 'promote/cart/stage')).toBe(undefined);
  });

  it.each([
    [{ to: 'moon' }, 'cart has no environment "moon"; it has dev, stage, prod'],
    [{ to: 'dev' }, 'Nothing comes before dev'],
    [
      { from: 'dev', to: 'prod' },
      'prod is promoted from stage, not from "dev"',
    ],
  ])('refuses %j', async (hop, words) => {
    const { promotions } = await promotionBench();
    await expect(promotions.preview(target, hop, dave)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(words),
    });
  });

  it('says what is missing of a service without a repository or overlay', async () => {
    const { promotions, runs } = await promotionBench();
    const { repository: _, ...homeless } = target;
    const preview = await promotions.preview(homeless, { to: 'stage' }, dave);
    expect(preview.verdict.sentence).toBe(
      'cart does not say which repository holds its overlays.',
    );
    runs.stage = serving('stage', { tag: '1.9.2', digest: digest('9') });
    const prod = await promotions.preview(target, { to: 'prod' }, dave);
    expect(prod.verdict.sentence).toBe(
      'deploy/overlays/prod has neither a kustomization.yaml nor a values.yaml on main of shop/cart; if another branch is deployed, name it in the annotation baremetal.dev/branch.',
    );
  });

  it('reads and asks for the branch that is deployed', async () => {
    const { promotions, commit, forge } = await promotionBench();
    await commit('release/next', { [OVERLAY]: `${STAGE_OVERLAY}# next\n` });
    await commit('main', { [OVERLAY]: 'not what is deployed' });
    const elsewhere = { ...target, branch: 'release/next' };
    await promotions.open(elsewhere, request, dave);
    const [change] = await forge.findChanges(REPO, { state: 'open' });
    expect(change?.base.branch).toBe('release/next');
    const detail = await promotions.get('promotion-1', elsewhere, erin);
    expect(detail.baseBranch).toBe('release/next');
  });

  it.each([
    [
      'my branch',
      'is not the name of a branch: it holds a space, which Git refuses; write one like master.',
    ],
    ['promote', 'cannot stand beside the branch promote/cart/stage, on which'],
    ['promote/cart/stage', 'cannot stand beside the branch promote/cart/stage'],
  ])('says why nothing is promoted on "%s"', async (branch, why) => {
    const { promotions } = await promotionBench();
    const odd = { ...target, branch };
    const preview = await promotions.preview(odd, { to: 'stage' }, dave);
    expect(preview.openable).toBe(false);
    expect(preview.verdict.sentence).toContain(
      `The annotation baremetal.dev/branch of cart, "${branch}", ${why}`,
    );
  });

  it('tells who may ask', async () => {
    const { promotions } = await promotionBench();
    const stranger = { ...dave, mayAsk: false };
    const preview = await promotions.preview(target, { to: 'stage' }, stranger);
    expect(preview).toMatchObject({
      openable: false,
      verdict: {
        sentence:
          'Only group:default/team-shop may ask for a promotion of cart.',
      },
    });
  });
});
