import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { KUSTOMIZE_CONFIG } from '../constants';
import { keepsStore } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import {
  answersRequests,
  usesAnalysis,
  workloadKindOf,
} from '../spec/workload';
import { analysisTemplate, previewAnalysis } from './analysisTemplate';
import { sharedClaim } from './claims';
import { cronJob } from './cronJob';
import { dashboard } from './dashboard/dashboard';
import { deployment } from './deployment';
import { disruptionBudget } from './disruptionBudget';
import { kustomizeConfig } from './kustomizeConfig';
import { exposureObjects } from './exposure/exposure';
import { beforeMigration, migrationObjects } from './migration/migration';
import type { Named } from './named';
import {
  allowNames,
  allowService,
  allowStore,
  denyAll,
} from './networkPolicies';
import { podMonitor } from './podMonitor';
import { prometheusRule } from './prometheusRule';
import { rollout } from './rollout';
import { runAlerts } from './runAlerts';
import { scalingObjects } from './scaling/scaling';
import { serviceAccount } from './serviceAccount';
import {
  headlessService,
  mainService,
  storeService,
  versionServices,
} from './services';
import { snapshotObjects } from './snapshots/snapshotObjects';
import { serviceStatefulSet } from './statefulSet';
import { store } from './store';
import { dumpObjects } from './storeDump';
import { blueGreenServices } from './strategy/blueGreenServices';

/** Everything below `deploy/base`, by file name: the index is derived from what is written. */
export function baseFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Map<string, unknown> {
  const objects: Named[] = [
    ['serviceaccount', serviceAccount(spec.name, 'service')],
    ['networkpolicy-default-deny', denyAll(spec)],
    ['networkpolicy-dns', allowNames(spec)],
    ['networkpolicy', allowService(spec, platform)],
    ...(answersRequests(spec)
      ? ([['service', mainService(spec)]] as Named[])
      : []),
    ...exposureObjects(spec, platform),
    ...migrationObjects(spec, platform),
    ...workload(spec, platform),
    ...scalingObjects(spec, platform),
    ...monitors(spec),
    ['dashboard-configmap', dashboard(spec)],
    ...(keepsStore(spec) ? storeObjects(spec, platform) : []),
    ...snapshotObjects(spec, platform),
    ...dumpObjects(spec, platform),
  ];
  return new Map<string, unknown>([
    [
      'kustomization.yaml',
      {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        configurations: [KUSTOMIZE_CONFIG],
        resources: objects.map(([file]) => `${file}.yaml`),
      },
    ],
    [KUSTOMIZE_CONFIG, kustomizeConfig()],
    ...objects.map(([file, object]): [string, unknown] => [
      `${file}.yaml`,
      object,
    ]),
  ]);
}

/** Everything below the component that overlays with more than one replica use. */
export function budgetFiles(spec: ServiceSpec): Map<string, unknown> {
  return new Map<string, unknown>([
    [
      'kustomization.yaml',
      {
        apiVersion: 'kustomize.config.k8s.io/v1alpha1',
        kind: 'Component',
        resources: ['pdb.yaml'],
      },
    ],
    ['pdb.yaml', disruptionBudget(spec, 'service')],
  ]);
}

function workload(spec: ServiceSpec, platform: PlatformFacts): Named[] {
  switch (workloadKindOf(spec)) {
    case 'StatefulSet':
      return [
        ['service-headless', headlessService(spec, 'service')],
        ['statefulset', serviceStatefulSet(spec, platform)],
      ];
    case 'Rollout':
      return [
        ...strategyServices(spec),
        ...(usesAnalysis(spec)
          ? ([
              ['analysistemplate', analysisTemplate(spec, platform)],
              ...previewAnalysis(spec, platform),
            ] as Named[])
          : []),
        ...sharedClaims(spec),
        ['rollout', rollout(spec, platform)],
      ];
    case 'Deployment':
      return [
        ...sharedClaims(spec),
        ['deployment', deployment(spec, platform)],
      ];
    case 'CronJob':
      return [...sharedClaims(spec), ['cronjob', cronJob(spec, platform)]];
  }
}

/** Nothing scrapes a job, which may be over before the first time; only requests have an error budget. */
function monitors(spec: ServiceSpec): Named[] {
  return [
    ...(spec.archetype === 'job'
      ? []
      : ([['podmonitor', podMonitor(spec)]] as Named[])),
    [
      'prometheusrule',
      answersRequests(spec) ? prometheusRule(spec) : runAlerts(spec),
    ],
  ];
}

function strategyServices(spec: ServiceSpec): Named[] {
  return spec.delivery.strategy === 'blueGreen'
    ? blueGreenServices(spec)
    : versionServices(spec);
}

function sharedClaims(spec: ServiceSpec): Named[] {
  return spec.data.shape === 'sharedFiles'
    ? [['pvc', sharedClaim(spec, spec.data.accessMode)]]
    : [];
}

function storeObjects(spec: ServiceSpec, platform: PlatformFacts): Named[] {
  return [
    ['store-serviceaccount', serviceAccount(spec.name, 'store')],
    ['store-networkpolicy', allowStore(spec)],
    ['store-service', storeService(spec)],
    ['store-service-headless', headlessService(spec, 'store')],
    ['store-statefulset', beforeMigration(spec, store(spec, platform))],
    ['store-pdb', disruptionBudget(spec, 'store')],
  ];
}
