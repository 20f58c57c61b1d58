import {
  toHardwareFits,
  type FitAnswer,
  type FitQuestion,
  type Known,
  type LiveEnvironment,
  type NodeLabels,
  type StorageClassFit,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  ClusterReaders,
  Rows,
} from '@baremetal/backstage-plugin-baremetal-node';
import { joinAges, notConnected } from '../cluster/joinRows';
import type { PackedCluster } from './PackMemory';

export interface FitOptions {
  readonly labels: NodeLabels;
  /** Configured names, in their order. */
  readonly hardwareClasses: readonly string[];
  readonly environments: readonly {
    readonly name: string;
    readonly clusters: readonly string[];
  }[];
  /** Where claims of each class could be placed on a cluster. */
  readonly storageClasses: (cluster: string) => Known<Rows<StorageClassFit>>;
}

type Asked = FitQuestion['environments'][number];

/** Answers per cluster of each asked environment. A cluster that fails is in the answer, as a failed reading. */
export function answerFit(
  question: FitQuestion,
  options: FitOptions,
  ports: {
    readonly readers: ClusterReaders;
    readonly packed: (reader: ClusterReader) => Known<PackedCluster>;
  },
): FitAnswer {
  return {
    environments: question.environments.flatMap(asked => {
      const { environment } = asked;
      const configured = options.environments.find(
        ({ name }) => name === environment,
      );
      if (!configured) {
        return [unknownEnvironment(environment)];
      }
      return configured.clusters.map((cluster): LiveEnvironment => {
        const reader = ports.readers.get(cluster);
        return {
          environment,
          reading: reader
            ? readFit(reader, ports.packed(reader), { asked, options })
            : notConnected(cluster),
        };
      });
    }),
  };
}

function readFit(
  reader: ClusterReader,
  packed: Known<PackedCluster>,
  { asked, options }: { readonly asked: Asked; readonly options: FitOptions },
): LiveEnvironment['reading'] {
  const { cluster } = reader;
  if (!packed.known) {
    return { cluster, ok: false, problem: packed.problem };
  }
  const storage = options.storageClasses(cluster);
  const classes = reader.read('storageClasses');
  return {
    cluster,
    ok: true,
    value: {
      hardwareClasses: toHardwareFits(packed.value.base, asked, {
        classes: options.hardwareClasses,
        poolLabel: options.labels.pool,
      }),
      ...(storage.known && { storageClasses: storage.value.items }),
      ...(classes.known && {
        storageClassNames: classes.value.items.map(({ name }) => name),
      }),
    },
    ...joinAges(
      { items: [], ...packed.value },
      ...(storage.known ? [storage.value] : []),
    ),
  };
}

function unknownEnvironment(environment: string): LiveEnvironment {
  return {
    environment,
    reading: {
      cluster: '',
      ok: false,
      problem: {
        kind: 'notInstalled',
        message: `No environment named ${environment} is configured.`,
      },
    },
  };
}
