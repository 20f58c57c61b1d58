import { diffLines } from 'diff';
import type { DiffLine } from '@baremetal/backstage-plugin-baremetal-common';

/**
 * What differs between two texts, line by line.
 *
 * @param context - how many equal lines stay around a difference; where others are left out, the numbers jump
 * @returns removed lines with their number before, all others with their number after; nothing when nothing differs
 */
export function diffText(
  before: string,
  after: string,
  context = 3,
): DiffLine[] {
  const lines: DiffLine[] = [];
  let old = 1;
  let now = 1;
  for (const part of diffLines(before, after)) {
    for (const text of linesOf(part.value)) {
      if (part.removed) {
        lines.push({ kind: 'removed', number: old, text });
      } else {
        const kind = part.added ? 'added' : 'same';
        lines.push({ kind, number: now, text });
      }
      old += part.added ? 0 : 1;
      now += part.removed ? 0 : 1;
    }
  }
  return lines.filter(
    (line, index) =>
      line.kind !== 'same' ||
      lines
        .slice(Math.max(index - context, 0), index + context + 1)
        .some(({ kind }) => kind !== 'same'),
  );
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map(line => line.replace(/\r$/, ''));
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
