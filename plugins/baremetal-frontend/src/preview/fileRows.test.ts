import { foldersOf, toRows } from './fileRows';

const PATHS = [
  'README.md',
  'deploy/base/b.yaml',
  'deploy/base/a.yaml',
  'deploy/overlays/dev/kustomization.yaml',
  'argocd/x.yaml',
];

describe('toRows', () => {
  it.each([
    [
      'all folders open',
      () => true,
      [
        'argocd/ 1',
        ' x.yaml',
        'deploy/ 3',
        ' base/ 2',
        '  a.yaml',
        '  b.yaml',
        ' overlays/ 1',
        '  dev/ 1',
        '   kustomization.yaml',
        'README.md',
      ],
    ],
    [
      'one of them open',
      (folder: string) => folder === 'deploy/',
      ['argocd/ 1', 'deploy/ 3', ' base/ 2', ' overlays/ 1', 'README.md'],
    ],
    ['none open', () => false, ['argocd/ 1', 'deploy/ 3', 'README.md']],
  ])('puts folders before files, each by name: %s', (_, isOpen, expected) => {
    expect(
      toRows(PATHS, isOpen).map(
        row =>
          ' '.repeat(row.depth) +
          (row.kind === 'folder' ? `${row.name}/ ${row.files}` : row.name),
      ),
    ).toEqual(expected);
  });
});

describe('foldersOf', () => {
  it('names every folder on the way to a file', () => {
    expect(foldersOf('deploy/overlays/dev/kustomization.yaml')).toEqual([
      'deploy/',
      'deploy/overlays/',
      'deploy/overlays/dev/',
    ]);
    expect(foldersOf('README.md')).toEqual([]);
  });
});
