/** A template before it is text: what stands as it is, and what comes from values. */
export type Template =
  | { readonly kind: 'literal'; readonly value: unknown }
  /** A value by its path, such as `storage.size`. */
  | { readonly kind: 'value'; readonly path: string; readonly isTree: boolean }
  | { readonly kind: 'namespace' }
  /** Text that names the namespace. */
  | { readonly kind: 'around'; readonly parts: readonly string[] }
  /** Name, tag and digest of the image that the value at this path describes. */
  | { readonly kind: 'image'; readonly path: string }
  /** The ConfigMap of settings, by the name that its content gives it. */
  | { readonly kind: 'configName' }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly items: readonly Template[] };

/** A field of a map. */
export interface Entry {
  readonly key: string;
  readonly template: Template;
  /** Value without which the field is left out. */
  readonly guard?: string;
}

/** One object of the chart. */
export interface ObjectTemplate {
  /** Name of its file, such as `rollout.yaml`. */
  readonly file: string;
  readonly template: Extract<Template, { kind: 'map' }>;
  /** Value without which there is no such object. */
  readonly guard?: string;
}
