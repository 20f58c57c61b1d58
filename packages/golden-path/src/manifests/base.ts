import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { KUSTOMIZE_CONFIG } from '../constants';
import { keepsStore, usesAnalysis } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import { analysisTemplate } from './analysisTemplate';
import { sharedClaim } from './claims';
import { disruptionBudget } from './disruptionBudget';
import { kustomizeConfig } from './kustomizeConfig';
import {
  allowNames,
  allowService,
  allowStore,
  denyAll,
} from './networkPolicies';
import { podMonitor } from './podMonitor';
import { prometheusRule } from './prometheusRule';
import { rollout } from './rollout';
import { serviceAccount } from './serviceAccount';
import {
  headlessService,
  mainService,
  storeService,
  versionServices,
} from './services';
import { serviceStatefulSet } from './statefulSet';
import { store } from './store';

/** Everything below `deploy/base`, by file name: the index is derived from what is written. */
export function baseFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Map<string, unknown> {
  const objects: [string, Manifest][] = [
    ['serviceaccount', serviceAccount(spec.name, 'service')],
    ['networkpolicy-default-deny', denyAll(spec)],
    ['networkpolicy-dns', allowNames(spec)],
    ['networkpolicy', allowService(spec, platform)],
    ['service', mainService(spec)],
    ...workload(spec, platform),
    ['podmonitor', podMonitor(spec)],
    ['prometheusrule', prometheusRule(spec)],
    ...(keepsStore(spec) ? storeObjects(spec, platform) : []),
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

function workload(
  spec: ServiceSpec,
  platform: PlatformFacts,
): [string, Manifest][] {
  const { data } = spec;
  if (data.shape === 'ownFiles') {
    return [
      ['service-headless', headlessService(spec, 'service')],
      ['statefulset', serviceStatefulSet(spec, platform)],
    ];
  }
  const { stable, canary } = versionServices(spec);
  return [
    ['service-stable', stable],
    ['service-canary', canary],
    ...(usesAnalysis(spec)
      ? [
          ['analysistemplate', analysisTemplate(spec, platform)] as [
            string,
            Manifest,
          ],
        ]
      : []),
    ...(data.shape === 'sharedFiles'
      ? [['pvc', sharedClaim(spec, data.accessMode)] as [string, Manifest]]
      : []),
    ['rollout', rollout(spec, platform)],
  ];
}

function storeObjects(
  spec: ServiceSpec,
  platform: PlatformFacts,
): [string, Manifest][] {
  return [
    ['store-serviceaccount', serviceAccount(spec.name, 'store')],
    ['store-networkpolicy', allowStore(spec)],
    ['store-service', storeService(spec)],
    ['store-service-headless', headlessService(spec, 'store')],
    ['store-statefulset', store(spec, platform)],
    ['store-pdb', disruptionBudget(spec, 'store')],
  ];
}
