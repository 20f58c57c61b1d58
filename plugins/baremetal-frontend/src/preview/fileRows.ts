/** A line of the tree: folders stand before what they hold. */
export type FileRow =
  | {
      readonly kind: 'folder';
      /** With a slash at its end. */
      readonly path: string;
      readonly name: string;
      readonly depth: number;
      readonly open: boolean;
      /** Files in it and below. */
      readonly files: number;
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly name: string;
      readonly depth: number;
    };

/**
 * Folders first, then files, each by name.
 *
 * @param isOpen - whether what a folder holds is shown
 */
export function toRows(
  paths: readonly string[],
  isOpen: (folder: string) => boolean,
): FileRow[] {
  return rowsBelow('', paths, { depth: 0, isOpen });
}

/** The folders that a file lies in, with a slash at the end of each. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => `${parts.slice(0, i + 1).join('/')}/`);
}

function rowsBelow(
  prefix: string,
  paths: readonly string[],
  context: { depth: number; isOpen: (folder: string) => boolean },
): FileRow[] {
  const { depth, isOpen } = context;
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
    ...folders.flatMap((name): FileRow[] => {
      const path = `${prefix}${name}/`;
      const open = isOpen(path);
      return [
        {
          kind: 'folder',
          path,
          name,
          depth,
          open,
          files: below.filter(file => file.startsWith(path)).length,
        },
        ...(open ? rowsBelow(path, below, { depth: depth + 1, isOpen }) : []),
      ];
    }),
    ...files.map(
      (name): FileRow => ({ kind: 'file', path: prefix + name, name, depth }),
    ),
  ];
}
