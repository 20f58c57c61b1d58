import type { DiffLine } from '@baremetal/backstage-plugin-baremetal-common';

/** A line in three parts, the middle one being what differs from its counterpart. */
export type Parts = readonly [before: string, changed: string, after: string];

const WORD = /[\w.-]/;

/** Splits two lines so that the middle parts are the whole words that differ. */
export function changedPart(
  left: string,
  right: string,
): readonly [Parts, Parts] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < shorter - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  ) {
    end += 1;
  }
  // Half a version says less than a whole one.
  while (start > 0 && WORD.test(left[start - 1] ?? '')) {
    start -= 1;
  }
  while (end > 0 && WORD.test(left[left.length - end] ?? '')) {
    end -= 1;
  }
  return [cut(left, start, end), cut(right, start, end)];
}

function cut(line: string, start: number, end: number): Parts {
  const stop = line.length - end;
  return [line.slice(0, start), line.slice(start, stop), line.slice(stop)];
}

/**
 * The parts of every line of a diff. Words are marked where as many lines were added as removed before them: the first
 * is then the first's counterpart, and so on.
 */
export function changedParts(lines: readonly DiffLine[]): Parts[] {
  const parts = lines.map((line): Parts => [line.text, '', '']);
  let start = 0;
  while (start < lines.length) {
    const removed = runLength(lines, start, 'removed');
    const added = runLength(lines, start + removed, 'added');
    if (removed === added) {
      for (let index = start; index < start + removed; index += 1) {
        const [left, right] = changedPart(
          lines[index]?.text ?? '',
          lines[index + removed]?.text ?? '',
        );
        parts[index] = left;
        parts[index + removed] = right;
      }
    }
    start += removed + added || 1;
  }
  return parts;
}

function runLength(
  lines: readonly DiffLine[],
  start: number,
  kind: DiffLine['kind'],
): number {
  let end = start;
  while (lines[end]?.kind === kind) {
    end += 1;
  }
  return end - start;
}
