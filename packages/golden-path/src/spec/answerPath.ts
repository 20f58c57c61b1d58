/**
 * A place in the answers as people say it: `environments.prod.replicas` rather than the number of the environment.
 *
 * @param answers - where the names of environments are looked up
 */
export function answerPath(
  path: readonly (string | number)[],
  answers: unknown,
): string {
  const [first, second, ...rest] = path;
  if (first !== 'environments' || typeof second !== 'number') {
    return path.join('.');
  }
  const environments = (answers as { environments?: unknown } | undefined)
    ?.environments;
  const name = Array.isArray(environments)
    ? environments[second]?.name
    : undefined;
  return [
    first,
    typeof name === 'string' && name !== '' ? name : second,
    ...rest,
  ].join('.');
}
