import { toRows } from './fileRows';

describe('toRows', () => {
  it('puts folders before files, each by name, and marks the file of a finding', () => {
    const rows = toRows(
      [
        'README.md',
        'deploy/base/b.yaml',
        'deploy/base/a.yaml',
        'argocd/x.yaml',
      ],
      [
        {
          id: 'ST01',
          severity: 'error',
          path: 'deploy/base/a.yaml#/spec',
          message: 'm',
          fix: 'f',
        },
        {
          id: 'PD11',
          severity: 'info',
          path: 'README.md',
          message: 'm',
          fix: 'f',
        },
      ],
    );
    expect(
      rows.map(row => [
        ' '.repeat(row.depth) + row.name,
        row.kind === 'file' ? row.finding : '/',
      ]),
    ).toEqual([
      ['argocd', '/'],
      [' x.yaml', undefined],
      ['deploy', '/'],
      [' base', '/'],
      ['  a.yaml', 'ST01'],
      ['  b.yaml', undefined],
      ['README.md', undefined],
    ]);
  });
});
