import { isKubeObject, type KubeObject } from './kubeObject';
import { openOk, readJson, type OpenRequest } from './openRequest';
import { WatchFailure } from './problem';

export interface ListOptions {
  readonly path: string;
  readonly pageSize: number;
  readonly signal: AbortSignal;
}

/**
 * Lists a collection page by page and hands over each object as soon as its page is there.
 *
 * @returns the version to watch from
 */
export async function listPages(
  open: OpenRequest,
  { path, pageSize, signal }: ListOptions,
  take: (object: KubeObject) => void,
): Promise<string> {
  let token: string | undefined;
  for (;;) {
    const query = new URLSearchParams({ limit: String(pageSize) });
    if (token !== undefined) {
      query.set('continue', token);
    }
    const page = toPage(
      await readJson(await openOk(open, `${path}?${query}`, signal), signal),
    );
    page.items.forEach(take);
    if (page.next === undefined) {
      return page.version;
    }
    token = page.next;
  }
}

interface Page {
  readonly items: readonly KubeObject[];
  readonly version: string;
  readonly next?: string;
}

function toPage(body: unknown): Page {
  if (isKubeObject(body) && 'items' in body && Array.isArray(body.items)) {
    const { metadata } = body;
    const next = 'continue' in metadata ? String(metadata.continue) : '';
    return {
      items: body.items.filter(isKubeObject),
      version: metadata.resourceVersion ?? '',
      next: next === '' ? undefined : next,
    };
  }
  throw new WatchFailure({
    kind: 'unexpected',
    message: 'answered a list in a form that is not understood',
  });
}
