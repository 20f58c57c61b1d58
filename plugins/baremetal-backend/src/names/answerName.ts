import {
  namespaceOf,
  type NameAnswer,
  type NamePlace,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  ClusterReaders,
} from '@baremetal/backstage-plugin-baremetal-node';
import { joinAges, notConnected } from '../cluster/joinRows';

/** What outlives a service that was deleted half: its data, and what made its pods. */
const KINDS = [
  'pods',
  'rollouts',
  'deployments',
  'statefulSets',
  'cronJobs',
  'claims',
] as const;

/**
 * Whether the namespaces that a service of this name would have hold something already. From what is watched anyway;
 * no cluster is asked. An empty namespace is none in use.
 */
export function answerName(
  name: string,
  options: {
    readonly readers: ClusterReaders;
    readonly environments: readonly {
      readonly name: string;
      readonly clusters: readonly string[];
    }[];
  },
): NameAnswer {
  return {
    places: options.environments.flatMap(environment =>
      environment.clusters.map((cluster): NamePlace => {
        const namespace = namespaceOf(name, environment.name);
        const reader = options.readers.get(cluster);
        return {
          environment: environment.name,
          namespace,
          reading: reader ? readUse(reader, namespace) : notConnected(cluster),
        };
      }),
    ),
  };
}

function readUse(
  reader: ClusterReader,
  namespace: string,
): NamePlace['reading'] {
  const { cluster } = reader;
  const answers = KINDS.map(kind =>
    reader.read(kind, { by: 'namespace', value: namespace }),
  );
  const known = answers.flatMap(answer => (answer.known ? [answer.value] : []));
  const inUse = known.some(({ items }) => items.length > 0);
  const problem = answers.flatMap(answer =>
    // A cluster without Rollouts has none in this namespace either.
    answer.known || answer.problem.kind === 'notInstalled'
      ? []
      : [answer.problem],
  )[0];
  const [first, ...others] = known;
  // One kind that is there is enough; that nothing is there takes all of them.
  if (first === undefined || (problem && !inUse)) {
    return {
      cluster,
      ok: false,
      problem: problem ?? {
        kind: 'notInstalled',
        message: `Nothing on ${cluster} can be read.`,
      },
    };
  }
  return { cluster, ok: true, value: { inUse }, ...joinAges(first, ...others) };
}
