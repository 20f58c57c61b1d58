import {
  parseResources,
  type NodeRow,
  type Taint,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';
import {
  toMeta,
  toTruth,
  type RawCondition,
  type RawObject,
  type StringMap,
} from './rawMeta';

interface RawNode extends RawObject {
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly Taint[];
  };
  readonly status?: {
    readonly allocatable?: StringMap;
    readonly conditions?: readonly RawCondition[];
    readonly nodeInfo?: {
      readonly osImage?: string;
      readonly kernelVersion?: string;
      readonly kubeletVersion?: string;
    };
  };
}

export function toNodeRow(node: RawNode, intern: Interner): NodeRow {
  const { spec = {}, status = {} } = node;
  const conditions = status.conditions ?? [];
  const ready = conditions.find(({ type }) => type === 'Ready');
  return {
    ...toMeta(node, intern),
    labels: node.metadata.labels ?? {},
    taints: (spec.taints ?? []).map(({ key, value, effect }) => ({
      key,
      value,
      effect,
    })),
    unschedulable: spec.unschedulable ?? false,
    ready: toTruth(ready?.status),
    readySince: ready?.lastTransitionTime,
    pressures: conditions
      .filter(({ type, status: holds }) => type !== 'Ready' && holds === 'True')
      .map(({ type }) => type),
    allocatable: intern.value(parseResources(status.allocatable)),
    osImage: status.nodeInfo?.osImage,
    kernelVersion: status.nodeInfo?.kernelVersion,
    kubeletVersion: status.nodeInfo?.kubeletVersion,
  };
}
