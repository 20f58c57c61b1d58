import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { Manifest } from '../types';
import { poolMetadata, poolName, reserveName } from './poolNames';
import { hardwareClassOf, type PoolSpec } from './poolSpec';
import { poolSeries } from './poolSeries';

/**
 * Alerts when the pool can no longer lose a machine or a power domain, when it fills up, and when its reserve is used.
 *
 * Sums are only necessary conditions: a pool whose sum fits may still have no hole for a pod. The verdict with the pods
 * placed one by one is the portal's.
 */
export function poolAlerts(spec: PoolSpec, platform: PlatformFacts): Manifest {
  const { name: pool } = spec;
  const name = poolName(pool);
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: poolMetadata({ pool, name, part: 'alerts', wave: 'last' }),
    spec: {
      groups: [
        {
          name: `${name}.series`,
          interval: '1m',
          rules: poolSeries(hardwareClassOf(spec), platform),
        },
        {
          name: `${name}.alerts`,
          rules: [...capacityAlerts(spec), ...reserveAlerts(spec)],
        },
      ],
    },
  };
}

function capacityAlerts(spec: PoolSpec) {
  const of = (series: string) =>
    `baremetal:pool_${series}{hardware_class="${hardwareClassOf(spec)}"}`;
  const { name, fullAt } = spec;
  const subject = `Pool ${name}`;
  return [
    alert({
      name: 'PoolNotNPlusOne',
      expr: `${of('requested')} > ${of('allocatable_n1')}`,
      for: '15m',
      severity: 'ticket',
      summary: `${subject} asks for more {{ $labels.resource }} than is left when its largest machine dies.`,
    }),
    alert({
      name: 'PoolNotDomainSafe',
      expr: `${of('requested')} > ${of('allocatable_domain1')}`,
      for: '30m',
      severity: 'info',
      summary: `${subject} asks for more {{ $labels.resource }} than is left when its largest power domain fails.`,
    }),
    alert({
      name: 'PoolFragmented',
      expr: `${of('largest_hole')} < on (hardware_class, resource) ${of(
        'largest_pod',
      )}`,
      for: '30m',
      severity: 'ticket',
      summary: `No machine of ${name} has enough free {{ $labels.resource }} for its largest pod.`,
    }),
    alert({
      name: 'PoolRequestsHigh',
      expr: `${of('requested')} / ${of('allocatable')} > ${fullAt}`,
      for: '30m',
      severity: 'ticket',
      summary: `${subject} has {{ $value | humanizePercentage }} of its {{ $labels.resource }} requested.`,
    }),
    alert({
      name: 'PoolRunwayShort',
      expr: `(${of('allocatable_n1')} - ${of('requested')}) / (deriv(${of(
        'requested',
      )}[14d]) > 0) / 86400 < 45`,
      for: '6h',
      severity: 'ticket',
      summary: `${subject} cannot lose a machine any more in {{ $value | humanize }} days, as its {{ $labels.resource }} grows: order machines.`,
    }),
  ];
}

function reserveAlerts({ name, reserve }: PoolSpec) {
  if (reserve === undefined) return [];
  const of = (series: string) =>
    `kube_deployment_${series}{namespace="${poolName(
      name,
    )}",deployment="${reserveName(name)}"}`;
  return [
    alert({
      name: 'PoolReserveInUse',
      expr: `${of(
        'status_replicas_available',
      )} < on (namespace, deployment) ${of('spec_replicas')}`,
      for: '30m',
      severity: 'info',
      summary: `Pods took the room that ${name} keeps free: it cannot take those of another machine.`,
    }),
  ];
}

function alert(options: {
  name: string;
  expr: string;
  for: string;
  severity: 'ticket' | 'info';
  summary: string;
}) {
  const { name, expr, severity, summary } = options;
  return {
    alert: name,
    expr,
    for: options.for,
    labels: { severity, component: 'capacity' },
    annotations: { summary },
  };
}
