import type { NodeRow, PodRow, VolumeRow } from '../kube';
import type { PackNode, PackPod, PackSnapshot, PodTemplate } from './snapshot';
import { volumeReach } from './volumeReach';

/** Node labels that say which pool and which power domain a node belongs to. */
export interface NodeLabels {
  readonly pool: string;
  readonly domain: string;
}

/** Rows of one cluster as the packer sees them. */
export function toPackSnapshot(
  rows: {
    readonly nodes: readonly NodeRow[];
    readonly pods: readonly PodRow[];
    /** `undefined` when they could not be read. */
    readonly volumes: readonly VolumeRow[] | undefined;
  },
  labels: NodeLabels,
): PackSnapshot {
  const nodes = rows.nodes.map(node => toPackNode(node, labels));
  const reachOf = volumeReach(nodes, rows.volumes);
  return {
    nodes,
    pods: rows.pods
      .filter(pod => !isFinished(pod))
      .map(pod => ({ ...toPackPod(pod), ...reachOf(pod) })),
  };
}

function toPackNode(node: NodeRow, labels: NodeLabels): PackNode {
  const pool = node.labels[labels.pool];
  const domain = node.labels[labels.domain];
  return {
    name: node.name,
    ...(pool !== undefined && { pool }),
    ...(domain !== undefined && { domain }),
    labels: node.labels,
    taints: node.taints,
    usable: node.ready === 'True' && !node.unschedulable && !node.deleting,
    allocatable: node.allocatable,
  };
}

function toPackPod(pod: PodRow): PackPod {
  return {
    uid: pod.uid,
    name: pod.name,
    ...(pod.node !== undefined && { node: pod.node }),
    ...templateOf(pod),
    bound: pod.owner?.kind === 'DaemonSet' || pod.owner?.kind === 'Node',
    deleting: pod.deleting,
  };
}

/** One more pod like this one. */
export function templateOf(pod: PodRow): PodTemplate {
  const { namespace, labels, request, terms, priority, preempts } = pod;
  return { namespace, labels, request, terms, priority, preempts };
}

// The scheduler gives the room of a finished pod away; one without a node never had any.
function isFinished({ phase }: PodRow): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}
