import { posix } from 'node:path';

/** A Markdown file. */
export interface Page {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

const LINK = /\]\(([^)\s]+)\)/g;
const CODE = /^```[\s\S]*?^```|`[^`\n]*`/gm;

/**
 * Links from page to page, to headings and to files of the repository that lead nowhere.
 *
 * @param exists - says whether there is a file or folder of this path
 */
export function deadLinks(
  pages: readonly Page[],
  exists: (path: string) => boolean,
): string[] {
  return pages.flatMap(page =>
    [...page.text.replace(CODE, '').matchAll(LINK)]
      .map(([, target = '']) => target)
      .filter(target => !/^[a-z]+:/.test(target))
      .filter(target => !leads(page, target, { pages, exists }))
      .map(target => `${page.path} links to ${target}, which is not there`),
  );
}

function leads(
  page: Page,
  target: string,
  world: {
    readonly pages: readonly Page[];
    readonly exists: (path: string) => boolean;
  },
): boolean {
  const [file = '', heading] = target.split('#');
  const path =
    file === '' ? page.path : posix.join(posix.dirname(page.path), file);
  if (!world.exists(path)) return false;
  const other = world.pages.find(each => each.path === path);
  return (
    heading === undefined ||
    other === undefined ||
    headings(other.text).includes(heading)
  );
}

/** As Git hosts make anchors of them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ +(.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
