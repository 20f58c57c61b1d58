import type { SourceFile } from '../parseSource';
import { PURE_MAY_IMPORT } from './imports';

/** Time and chance are arguments of pure code. */
export function againstHiddenInput(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ folder, role }) => role === 'source' && PURE_MAY_IMPORT[folder])
    .flatMap(({ path, impureCalls }) =>
      impureCalls.map(
        ({ what, line }) =>
          `${path}:${line} calls ${what}: take it as an argument`,
      ),
    );
}
