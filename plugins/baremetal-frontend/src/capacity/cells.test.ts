import { capacity } from '../__fixtures__/capacity';
import { domainWidths, squaresOf } from './cells';

const none = { running: 0, fits: 0, movesAway: 0, noLonger: 0, stops: 0 };

describe('squaresOf', () => {
  it('draws one square per pod, running ones first', () => {
    expect(
      squaresOf({ ...none, domain: 'pdu-a', running: 1, fits: 2, noLonger: 1 }),
    ).toEqual({
      domain: 'pdu-a',
      squares: ['running', 'fits', 'fits', 'noLonger'],
      rest: 0,
    });
  });

  it('counts what would be too many to draw', () => {
    const { squares, rest } = squaresOf({
      ...none,
      domain: 'pdu-a',
      running: 3,
      fits: 100_000,
    });
    expect(squares).toHaveLength(48);
    expect(rest).toBe(100_003 - 48);
  });
});

it('makes each domain as wide as its widest row', () => {
  const prod = capacity.environments[2];
  const detail = prod?.reading.ok ? prod.reading.value : undefined;
  expect(detail && domainWidths(detail)).toEqual({
    'pdu-a': 11,
    'pdu-b': 29,
    'pdu-c': 9,
  });
});
