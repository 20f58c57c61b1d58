import { imageNameProblem, suggestImageName } from './imageName';

describe('imageNameProblem', () => {
  it.each([
    'orders',
    'shop/orders',
    'docker.io/library/postgres',
    'registry.example:5000/a/b-c__d.e',
    'localhost/x',
    '10.0.0.1:5000/a',
    'ghcr.io/a/b---c',
    `r.example/${'a'.repeat(245)}`,
  ])('has nothing against %s', name => {
    expect(imageNameProblem(name)).toBeUndefined();
  });

  it.each<[string, RegExp, string | undefined]>([
    [
      'registry.example/Shop/orders',
      /capitals/,
      'registry.example/shop/orders',
    ],
    ['https://r.example/a/', /address of a page/, 'r.example/a'],
    ['r.example/a:1.0', /tag or a digest/, 'r.example/a'],
    ['r.example:5000/a@sha256:00', /tag or a digest/, 'r.example:5000/a'],
    ['r.example/a b', /no host and path/, undefined],
    ['r.example//a', /no host and path/, undefined],
    ['r.example/a_-b', /no host and path/, undefined],
    ['r.example/-a', /no host and path/, undefined],
    ['', /no host and path/, undefined],
    ['a'.repeat(256), /256 characters, and 255/, undefined],
  ])('refuses %s', (name, problem, meant) => {
    expect(imageNameProblem(name)).toMatch(problem);
    expect(suggestImageName(name)).toBe(meant);
  });
});
