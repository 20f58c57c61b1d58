import { runningDigest } from './runningDigest';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;

describe('runningDigest', () => {
  it.each([
    ['containerd, CRI-O', `registry:5000/shop/app@${A}`, 'shop/app:1', A],
    ['Docker', `docker-pullable://shop/app@${A}`, 'shop/app:1', A],
    ['an image pinned in the spec', `shop/app@${A}`, `shop/app:1@${B}`, B],
    ['a pinned image that did not start', '', `shop/app@${B}`, B],
    ['the id of a configuration', A, 'shop/app:1', undefined],
    ['an imported image', 'docker.io/shop/app:1', 'shop/app:1', undefined],
    ['no status', undefined, 'shop/app:1', undefined],
    ['half a digest', 'shop/app@sha256:abc', 'shop/app:1', undefined],
  ])('reads %s', (_, imageId, image, digest) => {
    expect(runningDigest(imageId, image)).toBe(digest);
  });
});
