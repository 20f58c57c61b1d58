/** A curve of a panel: what is asked, and what each answer is called. */
export interface Query {
  readonly expr: string;
  /** With `{{label}}` for the value of a label. */
  readonly legend: string;
}

/** A panel before it has its place. */
export interface Panel {
  readonly title: string;
  /** What a reader could not guess. */
  readonly description?: string;
  /** Unit as Grafana names it. */
  readonly unit: string;
  readonly queries: readonly Query[];
}

const WIDTH = 12;
const HEIGHT = 8;

/** Two panels in a row, in the given order. */
export function placed(panels: readonly Panel[]) {
  return panels.map((panel, index) => ({
    id: index + 1,
    type: 'timeseries',
    title: panel.title,
    ...(panel.description && { description: panel.description }),
    datasource: { type: 'prometheus', uid: '${datasource}' },
    gridPos: {
      x: (index % 2) * WIDTH,
      y: Math.floor(index / 2) * HEIGHT,
      w: WIDTH,
      h: HEIGHT,
    },
    fieldConfig: { defaults: { unit: panel.unit, min: 0 }, overrides: [] },
    options: { tooltip: { mode: 'multi', sort: 'desc' } },
    targets: panel.queries.map(({ expr, legend }, query) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + query),
      expr,
      legendFormat: legend,
    })),
  }));
}
