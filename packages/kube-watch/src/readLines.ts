import { WatchFailure } from './problem';

// The API server's own limit for one object is 1.5 MiB in etcd; JSON is longer.
const LONGEST_LINE = 32 * 1024 * 1024;
const NEWLINE = 10;

/** Splits a body into its lines, whatever the chunks are cut like. Empty lines are left out. */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  // Whole lines are decoded at once: a character may be cut in two by chunks, never by lines.
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    let from = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end !== -1;
      end = chunk.indexOf(NEWLINE, from)
    ) {
      parts.push(chunk.subarray(from, end));
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      from = end + 1;
      if (line.trim() !== '') {
        yield line;
      }
    }
    if (from < chunk.length) {
      parts.push(chunk.subarray(from));
      length += chunk.length - from;
    }
    if (length > LONGEST_LINE) {
      throw new WatchFailure({
        kind: 'unexpected',
        message: 'sent a line of more than 32 MiB',
      });
    }
  }
  const rest = Buffer.concat(parts).toString('utf8');
  if (rest.trim() !== '') {
    yield rest;
  }
}
