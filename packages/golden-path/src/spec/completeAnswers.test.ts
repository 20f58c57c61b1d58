import { completeAnswers } from './completeAnswers';

const platform = { registry: 'registry.example/shop' };

describe('completeAnswers', () => {
  it('drops what was left empty, at any depth, and keeps zero and false', () => {
    expect(
      completeAnswers(
        {
          name: 'orders',
          system: '',
          delivery: undefined,
          environments: [{ name: 'dev', replicas: 0, size: null }],
        },
        platform,
      ),
    ).toEqual({
      name: 'orders',
      environments: [{ name: 'dev', replicas: 0 }],
      image: { repository: 'registry.example/shop/orders' },
    });
  });

  it('leaves an image alone that was named', () => {
    expect(
      completeAnswers(
        { name: 'orders', image: { repository: 'x/y', tag: '1' } },
        platform,
      ),
    ).toMatchObject({ image: { repository: 'x/y', tag: '1' } });
  });

  it('puts nothing in the place of an image that is none', () => {
    expect(completeAnswers({ name: 'orders', image: 7 }, platform)).toEqual({
      name: 'orders',
      image: 7,
    });
  });

  it.each([[undefined], ['text'], [7]])(
    'passes %p on for the schema to refuse',
    value => {
      expect(completeAnswers(value, platform)).toBe(value);
    },
  );
});
