import { withNodeTaints } from './nodeTaints';
import { healthyR2 } from './__fixtures__/volumes';

const TAINT = 'drbd.linbit.com/lost-quorum';

describe('withNodeTaints', () => {
  it('believes the taint of the node in use', () => {
    const { quorum } = withNodeTaints(healthyR2, node =>
      node === 'a' ? [TAINT] : [],
    );
    expect(quorum.measured).toEqual({ held: false, source: 'taint' });
  });

  it('leaves other nodes and measured values alone', () => {
    expect(
      withNodeTaints(healthyR2, node => (node === 'b' ? [TAINT] : [])),
    ).toBe(healthyR2);
    const measured = {
      ...healthyR2,
      quorum: { measured: { held: true, source: 'metric' } },
    } as const;
    expect(withNodeTaints(measured, () => [TAINT])).toBe(measured);
  });
});
