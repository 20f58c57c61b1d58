/** The check cannot be made: a wrong argument, or something that cannot be read or written. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}
