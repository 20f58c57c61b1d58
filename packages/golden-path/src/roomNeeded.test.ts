import { environments, specOf } from './rules/goodAnswers';
import { judgeRoom, roomNeededBy } from './roomNeeded';

describe('roomNeededBy', () => {
  it.each([
    ['nothing beside it', { shape: 'nothing' }, '256Mi', 0],
    ['a store as large as a pod', { shape: 'storeBeside' }, '256Mi', 1],
    ['a store larger than its pods', { shape: 'storeBeside' }, '100Mi', 3],
  ] as const)('counts %s', (_, data, memory, store) => {
    const spec = specOf({
      data,
      environments: environments({
        memory,
        storageClass: 'lvm-thin',
        size: '10Gi',
      }),
    });
    expect(roomNeededBy(spec, spec.environments[2]!)).toMatchObject({
      atRest: 5,
      store,
    });
  });
});

describe('judgeRoom', () => {
  const room = { fitsNow: 9, fitsAfterNodeLoss: 6, fitsAfterDomainLoss: 3 };
  it.each([
    [3, 'fits', 'fits'],
    [4, 'untilDomainLoss', 'fits'],
    [6, 'untilDomainLoss', 'fits'],
    [7, 'untilNodeLoss', 'untilNodeLoss'],
    [9, 'untilNodeLoss', 'untilNodeLoss'],
    [10, 'full', 'full'],
  ])('%d pods: in production %s, elsewhere %s', (pods, inProd, elsewhere) => {
    expect([
      judgeRoom(pods, { ...room, survivesDomains: true }),
      judgeRoom(pods, { ...room, survivesDomains: false }),
    ]).toEqual([inProd, elsewhere]);
  });
});
