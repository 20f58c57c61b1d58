import { openPromotion, queue } from '../__fixtures__/promotions';
import { arrange, placesOf } from './arrange';
import { filterPromotions, NO_FILTER } from './filterPromotions';

const places = placesOf(queue.promotions);

function shape({ groups }: ReturnType<typeof arrange>) {
  return groups.map(group => [
    group.turn,
    ...group.promotions.map(one => one.service.name),
  ]);
}

describe('arrange', () => {
  it('groups by whose turn it is', () => {
    const arranged = arrange(queue.promotions, places);
    expect(shape(arranged)).toEqual([
      ['you', 'checkout-api', 'mail-relay'],
      ['stuck', 'ranker', 'cart-api'],
      ['others', 'geo-api'],
      ['moving', 'search-api'],
    ]);
    expect(arranged.changed).toBe(0);
  });

  it('keeps rows in their places until the reader asks, with fresh content', () => {
    const moved = queue.promotions.map(one =>
      one.service.name === 'mail-relay'
        ? { ...one, turn: 'moving' as const, unmet: 'Merged just now.' }
        : one,
    );
    const fresh = [{ ...openPromotion, id: 'new' }, ...moved];
    const arranged = arrange(fresh, places);
    expect(shape(arranged)[0]).toEqual(['you', 'checkout-api', 'mail-relay']);
    expect(arranged.groups[0]?.promotions[1]?.unmet).toBe('Merged just now.');
    expect(arranged.changed).toBe(2);
    expect(arrange(fresh, placesOf(fresh)).changed).toBe(0);
  });

  it('drops what is gone', () => {
    expect(shape(arrange(queue.promotions.slice(0, 1), places))).toEqual([
      ['you', 'checkout-api'],
    ]);
  });
});

describe('filterPromotions', () => {
  it.each([
    [{}, 6],
    [{ onlyMine: true }, 2],
    [{ environment: 'prod' }, 3],
    [{ owner: 'group:default/team-search' }, 2],
    [{ text: ' LEA ' }, 1],
    [{ text: '2.9.0' }, 1],
    [{ text: 'cart' }, 1],
    [{ onlyMine: true, environment: 'prod', text: 'mail' }, 1],
    [{ text: 'nothing like it' }, 0],
  ])('%j leaves %d', (part, count) => {
    expect(
      filterPromotions(queue.promotions, { ...NO_FILTER, ...part }),
    ).toHaveLength(count);
  });
});
