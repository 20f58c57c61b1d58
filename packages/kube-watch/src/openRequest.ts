import { failureOfStatus, toFailure, WatchFailure } from './problem';

/** An answer whose headers have arrived. */
export interface OpenedResponse {
  readonly status: number;
  /** Header `Retry-After` in seconds, when there is one. */
  readonly retryAfterSeconds?: number;
  /** Ends, or throws, when the signal of the request aborts. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Sends `GET path` to one API server and resolves when the headers are there. Knows the address, TLS and the
 * credentials; this package does not.
 */
export type OpenRequest = (
  path: string,
  options: { readonly signal: AbortSignal },
) => Promise<OpenedResponse>;

const LONGEST_REFUSAL = 64 * 1024;
const LONGEST_WORDS = 300;

/**
 * Opens a request and insists on 200.
 *
 * @throws WatchFailure - for any other status, with what the server said, and for whatever the transport throws
 */
export async function openOk(
  open: OpenRequest,
  path: string,
  signal: AbortSignal,
): Promise<OpenedResponse> {
  const response = await guarded(signal, () => open(path, { signal }));
  if (response.status === 200) {
    return response;
  }
  const text = await guarded(signal, () =>
    readText(response.body, LONGEST_REFUSAL),
  );
  throw failureOfStatus(
    response.status,
    statusMessage(text),
    (response.retryAfterSeconds ?? 0) * 1000,
  );
}

/** Reads a whole JSON body. */
export async function readJson(
  response: OpenedResponse,
  signal: AbortSignal,
): Promise<unknown> {
  const text = await guarded(signal, () => readText(response.body, Infinity));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new WatchFailure(
      { kind: 'unexpected', message: 'did not answer with JSON' },
      { cause },
    );
  }
}

/** An abort's own reason says more than the error that it causes in the transport. */
async function guarded<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw signal.aborted && signal.reason instanceof WatchFailure
      ? signal.reason
      : toFailure(error);
  }
}

async function readText(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > limit) {
      break;
    }
  }
  return text + decoder.decode();
}

/** The words of a Kubernetes `Status`; nothing when the body is something else, such as a proxy's page. */
function statusMessage(text: string): string {
  try {
    const status: unknown = JSON.parse(text);
    if (typeof status === 'object' && status !== null && 'message' in status) {
      return String(status.message).slice(0, LONGEST_WORDS);
    }
  } catch {
    // Not JSON: the status code alone has to do.
  }
  return '';
}
