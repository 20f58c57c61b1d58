import type {
  CapacityColumn,
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

/** More squares than this in one domain say nothing more. */
const MOST = 30;

/** Squares of one power domain in one row; each stands for `perSquare` pods, and no kind that is there vanishes. */
export function squaresOf(cells: DomainCells, perSquare: number): CellKind[] {
  return CELL_KINDS.flatMap(kind =>
    Array.from({ length: squareCount(cells[kind], perSquare) }, () => kind),
  );
}

function squareCount(pods: number, perSquare: number): number {
  return pods === 0 ? 0 : Math.max(1, Math.round(pods / perSquare));
}

/** How many pods one square stands for, the same for all environments: one, unless there would be too many squares. */
export function podsPerSquare(columns: readonly CapacityColumn[]): number {
  const totals = columns.flatMap(({ reading }) =>
    reading.ok && reading.value
      ? reading.value.rows.flatMap(row => row.domains.map(totalOf))
      : [],
  );
  return Math.max(1, Math.ceil(Math.max(0, ...totals) / MOST));
}

function totalOf(cells: DomainCells): number {
  return CELL_KINDS.reduce((sum, kind) => sum + cells[kind], 0);
}

/** How wide each domain's column must be: the most squares that any row puts there, so that rows align. */
export function domainWidths(
  detail: CapacityDetail,
  perSquare: number,
): Record<string, number> {
  const widths: Record<string, number> = {};
  for (const row of detail.rows) {
    for (const cells of row.domains) {
      widths[cells.domain] = Math.max(
        widths[cells.domain] ?? 1,
        squaresOf(cells, perSquare).length,
      );
    }
  }
  return widths;
}
