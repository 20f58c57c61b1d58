/** A step of a JSON pointer. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * What a value is called that nobody has thought of a name for: where it is used. In one step, so that no value lies in
 * another.
 *
 * @param what - whether it is what stands there, or whether there is something
 */
export function fallbackPath(
  what: 'at' | 'has',
  file: string,
  pointer: string,
): string {
  const step = `${file}${pointer}`.replace(
    /[^A-Za-z0-9]/g,
    // Each character in its own way, so that two places never get one name.
    character =>
      character === '/'
        ? '_'
        : `_${character.codePointAt(0)?.toString(16) ?? ''}_`,
  );
  return `overrides.${what}_${step}`;
}
