import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from './sha256';

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('gives the published digest of %p', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it('agrees with Node on any text, across the boundaries of blocks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        text =>
          sha256(text) ===
          createHash('sha256').update(text, 'utf8').digest('hex'),
      ),
    );
    for (const length of [55, 56, 63, 64, 65, 119, 120]) {
      const text = 'x'.repeat(length);
      expect(sha256(text)).toBe(
        createHash('sha256').update(text).digest('hex'),
      );
    }
  });
});
