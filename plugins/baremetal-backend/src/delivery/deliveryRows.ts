import type {
  DeliveryRows,
  Known,
  Problem,
  RowKind,
  RowsByKind,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  Rows,
  RowSelection,
  ServicePlace,
} from '@baremetal/backstage-plugin-baremetal-node';
import { joinAges, type JoinedAge } from '../cluster/joinRows';

/** A service's workloads on one cluster, how old they are, and what could not be read of them. */
export interface PlaceRows extends JoinedAge {
  readonly rows: DeliveryRows;
  readonly problems: readonly Problem[];
}

/**
 * Reads the workloads of a service in one namespace.
 *
 * @returns unknown when its pods or its rollouts cannot be read, or when only jobs could say whether it is there and
 * they cannot be read; other kinds only leave a problem behind
 */
export function readDeliveryRows(
  reader: ClusterReader,
  { namespace }: ServicePlace,
  options: {
    readonly kubernetesId: string;
    readonly domainOf: DeliveryRows['domainOf'];
  },
): Known<PlaceRows> {
  const service: RowSelection = { by: 'service', value: options.kubernetesId };
  const pods = reader.read('pods', service);
  const rollouts = withoutInstallation(reader.read('rollouts', service));
  if (!pods.known) {
    return pods;
  }
  if (!rollouts.known) {
    return rollouts;
  }
  const inNamespace = <Row extends { readonly namespace: string }>(
    items: readonly Row[],
  ): readonly Row[] => items.filter(row => row.namespace === namespace);
  const deployments = withoutInstallation(reader.read('deployments', service));
  const statefulSets = withoutInstallation(
    reader.read('statefulSets', service),
  );
  const cronJobs = reader.read('cronJobs', service);
  const own = inNamespace(rollouts.value?.items ?? []);
  const serving = own.length + inNamespace(itemsOf(deployments)).length;
  const sets = inNamespace(itemsOf(statefulSets));
  if (!cronJobs.known && serving + sets.length === 0) {
    return cronJobs;
  }
  const owners = [...own, ...inNamespace(itemsOf(deployments))];
  // Neither replica sets nor analyses have to carry the service's label: their owner does.
  const replicaSets = ofOwners(reader, 'replicaSets', owners);
  const analysisRuns = ofOwners(reader, 'analysisRuns', own);
  const scheduled = inNamespace(itemsOf(cronJobs));
  const jobs = ofOwners(reader, 'jobs', scheduled);
  return {
    known: true,
    value: {
      rows: {
        rollouts: own,
        deployments: inNamespace(itemsOf(deployments)),
        statefulSets: sets,
        cronJobs: scheduled,
        jobs,
        replicaSets: replicaSets.known ? replicaSets.value : [],
        pods: inNamespace(pods.value.items),
        analysisRuns,
        domainOf: options.domainOf,
      },
      problems: [
        deployments,
        statefulSets,
        replicaSets,
        analysisRuns,
        jobs,
        // Where something serves requests, jobs that cannot be seen are not the service.
        ...(serving === 0 ? [cronJobs] : []),
      ].flatMap(kind => (kind.known ? [] : [kind.problem])),
      ...joinAges(
        pods.value,
        ...(rollouts.value ? [rollouts.value] : []),
        ...agesOf(reader, cronJobs, scheduled),
      ),
    },
  };
}

/** What a service without scheduled jobs knows is not as old as the jobs of others. */
function agesOf(
  reader: ClusterReader,
  cronJobs: Known<Rows<unknown>>,
  [first]: readonly { readonly uid: string }[],
): readonly Rows<unknown>[] {
  if (first === undefined) {
    return [];
  }
  const runs = reader.read('jobs', { by: 'owner', value: first.uid });
  return [cronJobs, runs].flatMap(rows => (rows.known ? [rows.value] : []));
}

/** A kind that the cluster does not have is empty, not unknown. */
function withoutInstallation<Row>(
  rows: Known<Rows<Row>>,
): Known<Rows<Row> | undefined> {
  return !rows.known && rows.problem.kind === 'notInstalled'
    ? { known: true, value: undefined }
    : rows;
}

function itemsOf<Row>(rows: Known<Rows<Row> | undefined>): readonly Row[] {
  return rows.known ? rows.value?.items ?? [] : [];
}

function ofOwners<K extends RowKind>(
  reader: ClusterReader,
  kind: K,
  owners: readonly { readonly uid: string }[],
): Known<readonly RowsByKind[K][]> {
  const items: RowsByKind[K][] = [];
  for (const { uid } of owners) {
    const rows = reader.read(kind, { by: 'owner', value: uid });
    if (!rows.known) {
      return rows;
    }
    items.push(...rows.value.items);
  }
  return { known: true, value: items };
}
