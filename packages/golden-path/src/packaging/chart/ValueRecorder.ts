import { isEqual } from '../../render/isEqual';
import type { JsonObject } from '../../render/Resource';
import { toTree } from './valueTree';

/** A value that templates use: what each environment says, and what stands for saying nothing. */
export interface RecordedValue {
  readonly path: string;
  /** One per environment; `undefined` where it says nothing. */
  readonly versions: readonly unknown[];
  /** Absent: every environment must say it. */
  readonly nothing?: unknown;
}

/** Values of each environment, gathered while the templates that use them are made. */
export class ValueRecorder {
  readonly #versions = new Map<string, readonly unknown[]>();
  readonly #nothing = new Map<string, unknown>();

  /**
   * Notes what a value is in each environment.
   *
   * @returns whether it could be noted: it must be what other templates take it for, and no part of another value
   */
  record(path: string, versions: readonly unknown[]): boolean {
    const known = this.#versions.get(path) ?? [];
    const agrees = versions.every(
      (version, i) =>
        version === undefined ||
        known[i] === undefined ||
        isEqual(version, known[i]),
    );
    if (!agrees || this.#isPartOfAnother(path)) return false;
    this.#versions.set(
      path,
      versions.map((version, i) => version ?? known[i]),
    );
    return true;
  }

  /** Lets environments leave it out. `nothing` is something that Helm takes for "not there". */
  offer(path: string, nothing: unknown): void {
    this.#nothing.set(path, nothing);
    if (!this.#versions.has(path)) this.#versions.set(path, []);
  }

  values(): RecordedValue[] {
    return [...this.#versions].map(([path, versions]) => ({
      path,
      versions,
      ...(this.#nothing.has(path) && { nothing: this.#nothing.get(path) }),
    }));
  }

  /** What an environment says, as the tree that a values file is. */
  valuesOf(environment: number): JsonObject {
    return toTree(
      this.values().map(({ path, versions }) => [path, versions[environment]]),
    );
  }

  /** What holds where an environment says nothing. */
  defaults(): JsonObject {
    return toTree(this.values().map(({ path, nothing }) => [path, nothing]));
  }

  #isPartOfAnother(path: string): boolean {
    return [...this.#versions.keys()].some(
      other => other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
    );
  }
}
