/** Says under which value a row is found; `undefined`: under none. */
export type IndexBy<Row> = (row: Row) => string | undefined;

interface Entry<Row> {
  readonly version: string;
  readonly row: Row;
}

/** A new set of rows by key, as a listing collects it. */
export type Listing<Row> = ReadonlyMap<string, Entry<Row>>;

const NOTHING: readonly never[] = [];

/** The rows of one value of an index. */
class Bucket<Row> {
  readonly #rows = new Map<string, Row>();
  #list: readonly Row[] | undefined;

  get size(): number {
    return this.#rows.size;
  }

  put(key: string, row: Row): void {
    this.#rows.set(key, row);
    this.#list = undefined;
  }

  remove(key: string): void {
    this.#rows.delete(key);
    this.#list = undefined;
  }

  rows(): readonly Row[] {
    this.#list ??= [...this.#rows.values()];
    return this.#list;
  }
}

/**
 * Rows of one kind by key, with secondary indexes.
 *
 * @remarks
 *
 * Reads are synchronous and cheap: an answer is the same array until one of its rows changes. Rows are replaced, never
 * written to, so whoever holds an answer holds a consistent one.
 */
export class ProjectedStore<Row, Index extends string = never> {
  readonly #entries = new Map<string, Entry<Row>>();
  readonly #indexes: readonly {
    readonly name: Index;
    readonly by: IndexBy<Row>;
    readonly buckets: Map<string, Bucket<Row>>;
  }[];
  readonly #listeners = new Set<() => void>();
  #all: readonly Row[] | undefined;
  #revision = 0;

  constructor(indexes: Readonly<Record<Index, IndexBy<Row>>>) {
    this.#indexes = (Object.entries(indexes) as [Index, IndexBy<Row>][]).map(
      ([name, by]) => ({ name, by, buckets: new Map() }),
    );
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Row | undefined {
    return this.#entries.get(key)?.row;
  }

  all(): readonly Row[] {
    this.#all ??= [...this.#entries.values()].map(({ row }) => row);
    return this.#all;
  }

  by(index: Index, value: string): readonly Row[] {
    const found = this.#indexes.find(({ name }) => name === index);
    return found?.buckets.get(value)?.rows() ?? NOTHING;
  }

  /** Called after each change, once per listing. @returns how to stop that */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  put(key: string, version: string, row: Row): void {
    if (this.#put(key, { version, row })) {
      this.#changed();
    }
  }

  remove(key: string): void {
    if (this.#remove(key)) {
      this.#changed();
    }
  }

  /** Makes the rows those of a listing, at once. Objects of the same version keep their row. */
  replace(listing: Listing<Row>): void {
    let changed = false;
    for (const key of [...this.#entries.keys()]) {
      if (!listing.has(key)) {
        changed = this.#remove(key) || changed;
      }
    }
    for (const [key, entry] of listing) {
      changed = this.#put(key, entry) || changed;
    }
    if (changed) {
      this.#changed();
    }
  }

  #put(key: string, entry: Entry<Row>): boolean {
    const before = this.#entries.get(key);
    if (before !== undefined) {
      if (before.version !== '' && before.version === entry.version) {
        return false;
      }
      this.#unindex(key, before.row);
    }
    this.#entries.set(key, entry);
    for (const { by, buckets } of this.#indexes) {
      const value = by(entry.row);
      if (value !== undefined) {
        bucketOf(buckets, value).put(key, entry.row);
      }
    }
    return true;
  }

  #remove(key: string): boolean {
    const before = this.#entries.get(key);
    if (before === undefined) {
      return false;
    }
    this.#unindex(key, before.row);
    return this.#entries.delete(key);
  }

  #unindex(key: string, row: Row): void {
    for (const { by, buckets } of this.#indexes) {
      const value = by(row);
      const bucket = value === undefined ? undefined : buckets.get(value);
      bucket?.remove(key);
      if (value !== undefined && bucket?.size === 0) {
        buckets.delete(value);
      }
    }
  }

  #changed(): void {
    this.#all = undefined;
    this.#revision += 1;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

function bucketOf<Row>(
  buckets: Map<string, Bucket<Row>>,
  value: string,
): Bucket<Row> {
  const known = buckets.get(value);
  if (known !== undefined) {
    return known;
  }
  const made = new Bucket<Row>();
  buckets.set(value, made);
  return made;
}
