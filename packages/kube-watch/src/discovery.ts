import { openOk, readJson, type OpenRequest } from './openRequest';
import { WatchFailure } from './problem';
import type { OptionalGroup } from './reflectorOptions';

/**
 * Makes sure that a cluster has a kind that it may lack.
 *
 * @throws WatchFailure - of kind `notInstalled` when it does not
 */
export async function requireGroup(
  open: OpenRequest,
  { groupVersion, resource }: OptionalGroup,
  signal: AbortSignal,
): Promise<void> {
  const missing = new WatchFailure({
    kind: 'notInstalled',
    message: `has no ${resource} of ${groupVersion}`,
  });
  let body: unknown;
  try {
    const response = await openOk(open, `/apis/${groupVersion}`, signal);
    body = await readJson(response, signal);
  } catch (error) {
    throw error instanceof WatchFailure && error.status === 404
      ? missing
      : error;
  }
  if (!resourceNames(body).includes(resource)) {
    throw missing;
  }
}

function resourceNames(body: unknown): unknown[] {
  const resources =
    typeof body === 'object' && body !== null && 'resources' in body
      ? body.resources
      : [];
  return Array.isArray(resources)
    ? resources.map(({ name }: { name?: unknown }) => name)
    : [];
}
