import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';

/** A line of the tree: folders stand before what they hold. */
export type FileRow =
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly name: string;
      readonly depth: number;
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly name: string;
      readonly depth: number;
      /** Id of a finding whose place is in this file. */
      readonly finding: string | undefined;
    };

/** Folders first, then files, each by name. */
export function toRows(
  paths: readonly string[],
  findings: readonly Finding[],
): FileRow[] {
  return rowsBelow('', paths, { depth: 0, findings });
}

function rowsBelow(
  prefix: string,
  paths: readonly string[],
  context: { depth: number; findings: readonly Finding[] },
): FileRow[] {
  const { depth, findings } = context;
  const below = paths.filter(path => path.startsWith(prefix));
  const rest = below.map(path => path.slice(prefix.length));
  const folders = [
    ...new Set(
      rest
        .filter(path => path.includes('/'))
        .map(path => path.slice(0, path.indexOf('/'))),
    ),
  ].sort();
  const files = rest.filter(path => !path.includes('/')).sort();
  return [
    ...folders.flatMap((name): FileRow[] => [
      { kind: 'folder', path: `${prefix}${name}/`, name, depth },
      ...rowsBelow(`${prefix}${name}/`, below, { depth: depth + 1, findings }),
    ]),
    ...files.map(
      (name): FileRow => ({
        kind: 'file',
        path: prefix + name,
        name,
        depth,
        finding: findings.find(
          ({ path, severity }) =>
            severity !== 'info' && path.split('#')[0] === prefix + name,
        )?.id,
      }),
    ),
  ];
}
