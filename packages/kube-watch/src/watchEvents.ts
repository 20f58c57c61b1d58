import { isKubeObject, type KubeObject } from './kubeObject';
import { failureOfStatus, WatchFailure } from './problem';
import { readLines } from './readLines';

/** A line of a watch. Every event but an error carries the version reached with it. */
export type WatchEvent =
  | { readonly type: 'changed'; readonly object: KubeObject }
  | { readonly type: 'deleted'; readonly object: KubeObject }
  | {
      readonly type: 'bookmark';
      readonly version: string;
      /** All objects that existed at the start have been sent. */
      readonly endsInitial: boolean;
    };

const INITIAL_END = 'k8s.io/initial-events-end';

/**
 * Reads the events of a watch.
 *
 * @throws WatchFailure - on a line that cannot be understood and on an `ERROR` event; nothing is skipped silently
 */
export async function* watchEvents(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<WatchEvent> {
  for await (const line of readLines(body)) {
    yield toEvent(parse(line));
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new WatchFailure(
      { kind: 'unexpected', message: 'sent a line that is not JSON' },
      { cause },
    );
  }
}

function toEvent(line: unknown): WatchEvent {
  if (typeof line === 'object' && line !== null && 'object' in line) {
    const type = 'type' in line ? line.type : undefined;
    const { object } = line;
    if (type === 'ERROR') {
      throw toErrorEvent(object);
    }
    if (isKubeObject(object)) {
      switch (type) {
        case 'ADDED':
        case 'MODIFIED':
          return { type: 'changed', object };
        case 'DELETED':
          return { type: 'deleted', object };
        case 'BOOKMARK':
          return {
            type: 'bookmark',
            version: object.metadata.resourceVersion ?? '',
            endsInitial: object.metadata.annotations?.[INITIAL_END] === 'true',
          };
        default:
      }
    }
  }
  throw new WatchFailure({
    kind: 'unexpected',
    message: 'sent an event that is not understood',
  });
}

function toErrorEvent(status: unknown): WatchFailure {
  if (typeof status === 'object' && status !== null && 'code' in status) {
    const said = 'message' in status ? String(status.message) : '';
    return failureOfStatus(Number(status.code), said.slice(0, 300));
  }
  return new WatchFailure({
    kind: 'unexpected',
    message: 'ended the watch with an error without a code',
  });
}
