import { Schema, stringify } from 'yaml';

/**
 * Made once: the library makes another for every text. Also quotes what only 1.2 reads as something else than text:
 * the catalog does, and `0o17` would be a number there.
 */
const SCHEMA = new Schema({
  schema: 'yaml-1.1',
  compat: 'core',
  resolveKnownTags: false,
});

/**
 * A value as YAML that every reader understands alike.
 *
 * @remarks
 *
 * Version 1.1, because the readers in the cluster are: 1.2 would leave `on` and `yes` without quotes, and they would
 * be read as booleans. No folding, so that a long text stays on its line.
 */
export function toYaml(value: unknown): string {
  return stringify(value, {
    version: '1.1',
    schema: SCHEMA,
    lineWidth: 0,
    aliasDuplicateObjects: false,
    // None are written, and looking for tags that need one walks the whole value.
    directives: false,
  });
}
