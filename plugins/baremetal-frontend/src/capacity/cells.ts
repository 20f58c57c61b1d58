import type {
  CapacityDetail,
  DomainCells,
} from '@baremetal/backstage-plugin-baremetal-common';

/** What one square can say, in the order in which they stand. */
export const CELL_KINDS = [
  'running',
  'fits',
  'movesAway',
  'stops',
  'noLonger',
] as const;

export type CellKind = (typeof CELL_KINDS)[number];

/** More squares than this say nothing more; the number beside them does. */
const MOST = 48;

export interface DomainSquares {
  readonly domain: string;
  readonly squares: readonly CellKind[];
  /** How many more there are than squares. */
  readonly rest: number;
}

/** The squares of one power domain in one row. */
export function squaresOf(cells: DomainCells): DomainSquares {
  const all = CELL_KINDS.flatMap(kind =>
    Array.from({ length: Math.min(cells[kind], MOST + 1) }, () => kind),
  );
  const total = CELL_KINDS.reduce((sum, kind) => sum + cells[kind], 0);
  return {
    domain: cells.domain,
    squares: all.slice(0, MOST),
    rest: Math.max(0, total - MOST),
  };
}

/** How wide each domain's column must be: the most squares that any row puts there, so that rows align. */
export function domainWidths(detail: CapacityDetail): Record<string, number> {
  const widths: Record<string, number> = {};
  for (const row of detail.rows) {
    for (const cells of row.domains) {
      const { domain, squares } = squaresOf(cells);
      widths[domain] = Math.max(widths[domain] ?? 1, squares.length);
    }
  }
  return widths;
}
