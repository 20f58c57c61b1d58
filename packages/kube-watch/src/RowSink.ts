import { keyOf, type KubeObject } from './kubeObject';
import { WatchFailure } from './problem';
import type { CompleteOptions } from './reflectorOptions';
import type { WatchEvent } from './watchEvents';

type SinkOptions<Row> = Pick<
  CompleteOptions<Row>,
  'store' | 'project' | 'onSkipped'
>;

/**
 * Projects objects into the store, and remembers up to which version.
 *
 * @remarks
 *
 * While everything is being listed, the rows gather aside: the store shows the old ones until the new ones are
 * complete, never a mixture.
 */
export class RowSink<Row> {
  readonly #options: SinkOptions<Row>;
  #version: string | undefined;
  #listing = new Map<string, { version: string; row: Row }>();

  constructor(options: SinkOptions<Row>) {
    this.#options = options;
  }

  /** Where to watch from; `undefined`: everything has to be listed. */
  get version(): string | undefined {
    return this.#version;
  }

  forgetVersion(): void {
    this.#version = undefined;
  }

  clear(): void {
    this.#version = undefined;
    this.#options.store.replace(new Map());
  }

  beginListing(): void {
    this.#listing = new Map();
  }

  finishListing(version: string): void {
    const listing = this.#listing;
    this.#version = version;
    this.#listing = new Map();
    this.#options.store.replace(listing);
  }

  take(event: WatchEvent): void {
    if (event.type !== 'bookmark') {
      this.takeObject(event.type, event.object);
    } else if (this.#version !== undefined) {
      this.#reached(event.version);
    } else if (event.endsInitial) {
      this.finishListing(event.version);
    } else {
      // A server that does not know initial events ignores the wish for them.
      throw new WatchFailure(
        { kind: 'unexpected', message: 'does not send initial events' },
        { status: 400 },
      );
    }
  }

  takeObject(type: 'changed' | 'deleted', object: KubeObject): void {
    const key = keyOf(object);
    const version = object.metadata.resourceVersion ?? '';
    const row = type === 'deleted' ? undefined : this.#project(object);
    if (this.#version === undefined) {
      if (row === undefined) {
        this.#listing.delete(key);
      } else {
        this.#listing.set(key, { version, row: row.value });
      }
      return;
    }
    if (row === undefined) {
      this.#options.store.remove(key);
    } else {
      this.#options.store.put(key, version, row.value);
    }
    this.#reached(version);
  }

  #reached(version: string): void {
    if (version !== '') {
      this.#version = version;
    }
  }

  /** One object that cannot be understood must not hide all others; it is reported and left out. */
  #project(object: KubeObject): { value: Row } | undefined {
    try {
      return { value: this.#options.project(object) };
    } catch (error) {
      const { namespace, name } = object.metadata;
      const path = [namespace, name].filter(Boolean).join('/');
      this.#options.onSkipped(path, error);
      return undefined;
    }
  }
}
