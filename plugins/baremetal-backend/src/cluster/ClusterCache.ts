import type {
  Known,
  RowKind,
  RowsByKind,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  Rows,
  RowSelection,
} from '@baremetal/backstage-plugin-baremetal-node';
import {
  ProjectedStore,
  Reflector,
  type Interner,
  type OpenRequest,
  type ReflectorTiming,
  type WatchState,
} from '@baremetal/kube-watch';
import { toProblem } from './toProblem';
import { ROW_KINDS, WATCHED } from './watchedResources';

type Selector = RowSelection['by'];

interface Kept<K extends RowKind> {
  readonly store: ProjectedStore<RowsByKind[K], Selector>;
  readonly reflector: Reflector<RowsByKind[K]>;
}

export interface ClusterCacheOptions {
  readonly cluster: string;
  readonly open: OpenRequest;
  readonly intern: Interner;
  /** The kind's rows, or what is known about their age, are different now. */
  onChange(kind: RowKind): void;
  onState(kind: RowKind, state: WatchState): void;
  onSkipped(kind: RowKind, name: string, error: unknown): void;
  readonly timing?: Partial<ReflectorTiming>;
}

/** All watched kinds of one cluster, in memory. */
export class ClusterCache implements ClusterReader {
  readonly cluster: string;
  readonly #kept: { readonly [K in RowKind]: Kept<K> };

  constructor(options: ClusterCacheOptions) {
    this.cluster = options.cluster;
    this.#kept = Object.fromEntries(
      ROW_KINDS.map(kind => [kind, keep(kind, options)]),
    ) as unknown as { readonly [K in RowKind]: Kept<K> };
  }

  start(): void {
    ROW_KINDS.forEach(kind => this.#kept[kind].reflector.start());
  }

  async stop(): Promise<void> {
    await Promise.all(ROW_KINDS.map(kind => this.#kept[kind].reflector.stop()));
  }

  state(kind: RowKind): WatchState {
    return this.#kept[kind].reflector.state;
  }

  read<K extends RowKind>(
    kind: K,
    selection?: RowSelection,
  ): Known<Rows<RowsByKind[K]>> {
    const { store, reflector } = this.#kept[kind];
    const { state, observedAt } = reflector;
    const about = { cluster: this.cluster, words: WATCHED[kind].words };
    switch (state.state) {
      case 'syncing':
        return unknown({
          kind: 'unreachable',
          message: `${this.cluster} has not yet told us its ${about.words}.`,
        });
      case 'unread':
        return unknown(toProblem(about, state.problem));
      case 'live':
      case 'lost':
        return {
          known: true,
          value: {
            items: selection
              ? store.by(selection.by, selection.value)
              : store.all(),
            observedAt: toIso(observedAt ?? state.since),
            ...(state.state === 'lost' && {
              lost: {
                since: toIso(state.since),
                problem: toProblem(about, state.problem),
              },
            }),
          },
        };
    }
  }

  revision(...kinds: RowKind[]): number {
    return (kinds.length > 0 ? kinds : ROW_KINDS).reduce(
      (sum, kind) => sum + this.#kept[kind].store.revision,
      0,
    );
  }
}

function keep<K extends RowKind>(
  kind: K,
  options: ClusterCacheOptions,
): Kept<K> {
  const { open, intern, timing } = options;
  const { path, optional, project } = WATCHED[kind];
  const store = new ProjectedStore<RowsByKind[K], Selector>({
    namespace: row => row.namespace,
    service: row => row.kubernetesId,
    owner: row => row.owner?.uid,
  });
  store.onChange(() => options.onChange(kind));
  const reflector = new Reflector<RowsByKind[K]>({
    path,
    optional,
    open,
    store,
    timing,
    project: object => project(object, intern) as RowsByKind[K],
    onState: state => {
      options.onState(kind, state);
      options.onChange(kind);
    },
    onSkipped: (name, error) => options.onSkipped(kind, name, error),
  });
  return { store, reflector };
}

function unknown<T>(problem: Extract<Known<T>, { known: false }>['problem']) {
  return { known: false, problem } as const;
}

function toIso(time: number): string {
  return new Date(time).toISOString();
}
