import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';

/** Control planes take no pods of services. */
const NOT_CONTROL_PLANE =
  'unless on (node) (kube_node_spec_taint{key="node-role.kubernetes.io/control-plane",effect="NoSchedule"} == 1)';
const SCHEDULABLE = `unless on (node) (kube_node_spec_unschedulable == 1)
${NOT_CONTROL_PLANE}
and on (node) (kube_node_status_condition{condition="Ready",status="true"} == 1)`;

/** Requests of pods that stay. Those below zero only keep room free. */
const OF_PODS =
  'kube_pod_resource_request{node!="",resource=~"cpu|memory",priority!~"-.+"}';
const ALLOCATABLE = 'kube_node_status_allocatable{resource=~"cpu|memory"}';

/**
 * Sums of one pool, by resource, for its alerts.
 *
 * Needs the scheduler's `/metrics/resources`, and kube-state-metrics that shows the labels of pool and power domain
 * (`--metric-labels-allowlist=nodes=[…]`).
 */
export function poolSeries(
  hardwareClass: string,
  platform: Pick<PlatformFacts, 'poolLabel' | 'domainLabel'>,
) {
  const pool = metricLabel(platform.poolLabel);
  const domain = metricLabel(platform.domainLabel);
  const ours = (series: string) =>
    `${series}{hardware_class="${hardwareClass}"}`;
  const node = ours('baremetal:node:info');
  const total = ours('baremetal:node_allocatable');
  const requested = ours('baremetal:node_requested');
  const byPool = 'by (hardware_class, resource)';
  const onNode = 'on (node) group_left (hardware_class, failure_domain)';
  return [
    record(
      'baremetal:node:info',
      `max by (node, hardware_class, failure_domain) (label_replace(label_replace(kube_node_labels{${pool}="${hardwareClass}"}, "hardware_class", "$1", "${pool}", "(.+)"), "failure_domain", "$1", "${domain}", "(.+)"))
${SCHEDULABLE}`,
    ),
    record(
      'baremetal:node_allocatable',
      `max by (node, resource) (${ALLOCATABLE}) * ${onNode} ${node}`,
    ),
    record(
      'baremetal:node_requested',
      // A machine without pods asks for nothing, which is not the same as not being there.
      `(sum by (node, resource) (${OF_PODS}) or on (node, resource) 0 * max by (node, resource) (${ALLOCATABLE})) * ${onNode} ${node}`,
    ),
    record('baremetal:pool_allocatable', `sum ${byPool} (${total})`),
    record('baremetal:pool_requested', `sum ${byPool} (${requested})`),
    record(
      'baremetal:pool_allocatable_n1',
      `sum ${byPool} (${total}) - max ${byPool} (${total})`,
    ),
    record(
      'baremetal:pool_allocatable_domain1',
      `sum ${byPool} (${total}) - max ${byPool} (sum by (hardware_class, failure_domain, resource) (${total}))`,
    ),
    record(
      'baremetal:pool_largest_hole',
      `max ${byPool} (${total} - on (node, resource) group_left () sum by (node, resource) (${requested}))`,
    ),
    record(
      'baremetal:pool_largest_pod',
      `max ${byPool} (max by (node, resource) (${OF_PODS}) * on (node) group_left (hardware_class) ${node})`,
    ),
  ];
}

function record(name: string, expr: string) {
  return { record: name, expr };
}

/** Label of `kube_node_labels`, as kube-state-metrics names it. */
function metricLabel(key: string): string {
  return `label_${key.replace(/[^A-Za-z0-9_]/g, '_')}`;
}
