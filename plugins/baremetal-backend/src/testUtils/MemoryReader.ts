import type {
  Known,
  Lost,
  Problem,
  RowKind,
  RowsByKind,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  ClusterReaders,
  Rows,
  RowSelection,
} from '@baremetal/backstage-plugin-baremetal-node';

type Kinds = { readonly [K in RowKind]?: readonly RowsByKind[K][] | Problem };

export const OBSERVED_AT = '2026-11-22T14:30:58.000Z';

/** A cluster whose rows are given; a kind that is a problem cannot be read. */
export class MemoryReader implements ClusterReader {
  reads = 0;

  constructor(
    readonly cluster: string,
    private kinds: Kinds,
    private readonly lost?: Lost,
  ) {}

  #revision = 1;

  change(kinds: Kinds): void {
    this.kinds = { ...this.kinds, ...kinds };
    this.#revision += 1;
  }

  revision(): number {
    return this.#revision;
  }

  read<K extends RowKind>(
    kind: K,
    selection?: RowSelection,
  ): Known<Rows<RowsByKind[K]>> {
    this.reads += 1;
    const rows = (this.kinds[kind] ?? []) as readonly RowsByKind[K][] | Problem;
    if ('message' in rows) {
      return { known: false, problem: rows };
    }
    return {
      known: true,
      value: {
        items: rows.filter(row => isSelected(row, selection)),
        observedAt: OBSERVED_AT,
        ...(this.lost && { lost: this.lost }),
      },
    };
  }
}

function isSelected(
  row: RowsByKind[RowKind],
  selection: RowSelection | undefined,
): boolean {
  switch (selection?.by) {
    case undefined:
      return true;
    case 'namespace':
      return row.namespace === selection.value;
    case 'service':
      return row.kubernetesId === selection.value;
    case 'owner':
      return row.owner?.uid === selection.value;
  }
}

export const readersOf = (
  ...all: readonly ClusterReader[]
): ClusterReaders => ({
  all,
  get: cluster => all.find(reader => reader.cluster === cluster),
});
