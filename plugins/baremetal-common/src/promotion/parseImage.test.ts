import { parseImage } from './parseImage';

const DIGEST = `sha256:${'0'.repeat(64)}`;

describe('parseImage', () => {
  it.each([
    ['cart', { repository: 'cart' }],
    ['cart:1.10', { repository: 'cart', tag: '1.10' }],
    [
      'registry.example:5000/shop/cart',
      { repository: 'registry.example:5000/shop/cart' },
    ],
    [
      'registry.example:5000/shop/cart:v1',
      { repository: 'registry.example:5000/shop/cart', tag: 'v1' },
    ],
    [`shop/cart@${DIGEST}`, { repository: 'shop/cart', digest: DIGEST }],
    [
      `shop/cart:1.9.2@${DIGEST}`,
      { repository: 'shop/cart', tag: '1.9.2', digest: DIGEST },
    ],
  ])('takes %s apart', (image, parts) => {
    expect(parseImage(image)).toEqual(parts);
  });
});
