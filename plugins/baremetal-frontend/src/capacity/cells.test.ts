import { capacity } from '../__fixtures__/capacity';
import { domainWidths, podsPerSquare, squaresOf } from './cells';

const none = { running: 0, fits: 0, movesAway: 0, noLonger: 0, stops: 0 };

describe('squaresOf', () => {
  it('draws one square per pod, running ones first', () => {
    expect(
      squaresOf(
        { ...none, domain: 'pdu-a', running: 1, fits: 2, noLonger: 1 },
        1,
      ),
    ).toEqual(['running', 'fits', 'fits', 'noLonger']);
  });

  it('keeps proportions when a square stands for several pods, and loses no kind', () => {
    const squares = squaresOf(
      { ...none, domain: 'pdu-a', running: 1, fits: 60, noLonger: 40 },
      10,
    );
    const count = (kind: string) =>
      squares.filter(square => square === kind).length;
    expect([count('running'), count('fits'), count('noLonger')]).toEqual([
      1, 6, 4,
    ]);
  });
});

describe('podsPerSquare', () => {
  it('is one while all squares can be drawn', () => {
    expect(podsPerSquare(capacity.environments.slice(2))).toBe(1);
  });

  it('is the same for all environments, as the fullest domain needs', () => {
    // dev loses 61 pods in one domain.
    expect(podsPerSquare(capacity.environments)).toBe(3);
  });

  it('is one without anything to draw', () => {
    expect(podsPerSquare([])).toBe(1);
  });
});

it('makes each domain as wide as its widest row', () => {
  const prod = capacity.environments[2];
  const detail = prod?.reading.ok ? prod.reading.value : undefined;
  expect(detail && domainWidths(detail, 1)).toEqual({
    'pdu-a': 11,
    'pdu-b': 29,
    'pdu-c': 9,
  });
});
