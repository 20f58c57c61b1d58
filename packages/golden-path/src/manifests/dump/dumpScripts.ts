/**
 * Writes one file with everything in the database, in the format that `pg_restore` reads. The password is read from
 * its file, since libpq has no variable for the path of one.
 */
export const DUMP_SCRIPT = [
  'PGPASSWORD="$(cat "$PASSWORD_FILE")"',
  'export PGPASSWORD',
  'exec pg_dump --format=custom --no-password --file="/dump/$(date -u +%Y-%m-%dT%H%M%SZ).dump"',
  '',
].join('\n');

/** Old dumps go only after a new one has arrived: when none arrives any more, those that are there stay. */
export const UPLOAD_SCRIPT = [
  'rclone copy --immutable /dump "store:$TARGET"',
  'rclone delete --min-age "$KEPT" "store:$TARGET"',
  '',
].join('\n');
