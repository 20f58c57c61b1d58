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
