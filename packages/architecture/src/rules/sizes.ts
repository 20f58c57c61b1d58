import type { SourceFile } from '../parseSource';

/** A file that outgrows its limit holds two things. */
const LIMITS = { source: 300, support: 400, test: 400 } as const;
const ROUTER_LIMIT = 150;
const COMPONENT_LIMIT = 150;

/** Fixed data, long by nature. */
const EXEMPT = /\/(scenarios|__fixtures__)\//;
const ROUTER = /\/src\/(.*\/)?(router\.ts|router\/[^/]+\.ts)$/;

/** Files above their limit. */
export function againstFileSizes(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !EXEMPT.test(path))
    .flatMap(({ path, role, lines }) => {
      const isRouter = role === 'source' && ROUTER.test(path);
      const limit = isRouter ? ROUTER_LIMIT : LIMITS[role];
      return lines > limit
        ? [`${path} has ${lines} lines: at most ${limit}`]
        : [];
    });
}

/** Shape of all sources together: most files are small. */
export function distribution(files: readonly SourceFile[]): {
  readonly median: number;
  readonly p90: number;
} {
  const sizes = files
    .filter(({ path, role }) => role === 'source' && !EXEMPT.test(path))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b);
  const at = (share: number) => sizes[Math.floor(sizes.length * share)] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}

/** Components that do more than one job. */
export function againstComponentSizes(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, role }) => role === 'source' && path.endsWith('.tsx'))
    .flatMap(({ path, functions }) =>
      functions
        .filter(({ name }) => /^[A-Z]/.test(name))
        .filter(({ lines }) => lines > COMPONENT_LIMIT)
        .map(
          ({ name, line, lines }) =>
            `${path}:${line} component ${name} has ${lines} lines: at most ${COMPONENT_LIMIT}`,
        ),
    );
}
