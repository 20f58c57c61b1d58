import { createHash } from 'node:crypto';

/**
 * The id that Git gives to a file's content.
 *
 * @param content - the whole file
 * @param like - any id of the same repository; its length tells which hash the repository uses
 */
export function blobId(content: string | Buffer, like?: string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return createHash(like?.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
