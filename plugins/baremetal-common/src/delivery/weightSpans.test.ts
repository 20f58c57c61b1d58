import { rollout } from './__fixtures__/checkout';
import { toWeightSpans } from './weightSpans';

const STARTED = '2026-11-22T13:47:00Z';
const FINISHED = '2026-11-22T14:02:00Z';

describe('toWeightSpans', () => {
  it('ends with the analysis that was passed', () => {
    expect(
      toWeightSpans({ rollout: rollout() }, [
        {
          number: 4,
          kind: 'analysis',
          state: 'done',
          value: 'Analysis',
          note: '',
          startedAt: STARTED,
          finishedAt: FINISHED,
        },
      ]),
    ).toEqual([{ from: STARTED, until: FINISHED, weight: 20 }]);
  });

  it('goes on while a finished, undecided analysis holds the rollout', () => {
    expect(
      toWeightSpans({ rollout: rollout() }, [
        {
          number: 4,
          kind: 'analysis',
          state: 'current',
          value: 'Analysis',
          note: '',
          startedAt: STARTED,
          finishedAt: FINISHED,
        },
      ]),
    ).toEqual([{ from: STARTED, weight: 20 }]);
  });
});
