import type { KindInfo } from './kinds';

/** How a whole API server misbehaves. */
export type ServerFault =
  | { readonly kind: 'none' }
  /** Every request gets this status. */
  | { readonly kind: 'answers'; readonly code: 429 | 500 | 503 }
  /** Takes requests and never answers; open watches go silent. */
  | { readonly kind: 'hangs' }
  /** Cuts every connection. */
  | { readonly kind: 'resets' };

/** Faults of one cluster, set by scenarios and tests. */
export class ClusterFaults {
  #server: ServerFault = { kind: 'none' };
  readonly #denied = new Set<string>();
  readonly #missing = new Set<string>();
  readonly #listeners = new Set<() => void>();

  get server(): ServerFault {
    return this.#server;
  }

  setServer(fault: ServerFault): void {
    this.#server = fault;
    for (const listener of [...this.#listeners]) listener();
  }

  /** The product's account may not touch this kind: 403. Watches that run are cut. */
  deny(plural: string): void {
    this.#denied.add(plural);
    for (const listener of [...this.#listeners]) listener();
  }

  allow(plural: string): void {
    this.#denied.delete(plural);
  }

  /** The definition of this group is not installed: 404, and absent from discovery. */
  uninstall(group: string): void {
    this.#missing.add(group);
    for (const listener of [...this.#listeners]) listener();
  }

  install(group: string): void {
    this.#missing.delete(group);
  }

  isDenied(kind: KindInfo): boolean {
    return this.#denied.has(kind.plural);
  }

  isInstalled(group: string): boolean {
    return !this.#missing.has(group);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
