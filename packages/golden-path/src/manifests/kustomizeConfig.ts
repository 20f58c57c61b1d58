import { GATEWAY_PLUGIN } from './exposure/trafficRouting';

/** Kinds that can be renamed (a generated ConfigMap gets a hash), and where a Rollout's pod names them. */
const REFERENCES: Record<string, readonly string[]> = {
  ConfigMap: [
    'volumes/configMap/name',
    'volumes/projected/sources/configMap/name',
    'containers/env/valueFrom/configMapKeyRef/name',
    'containers/envFrom/configMapRef/name',
    'initContainers/env/valueFrom/configMapKeyRef/name',
    'initContainers/envFrom/configMapRef/name',
  ],
  Secret: [
    'volumes/secret/secretName',
    'volumes/projected/sources/secret/name',
    'containers/env/valueFrom/secretKeyRef/name',
    'containers/envFrom/secretRef/name',
    'initContainers/env/valueFrom/secretKeyRef/name',
    'initContainers/envFrom/secretRef/name',
    'imagePullSecrets/name',
  ],
  ServiceAccount: ['serviceAccountName'],
  PersistentVolumeClaim: ['volumes/persistentVolumeClaim/claimName'],
};

const POD = 'spec/template/spec';

/**
 * What kustomize must be told about a Rollout: it knows the built-in kinds only, and would leave the Rollout's
 * references to renamed objects as they are.
 */
export function kustomizeConfig() {
  return {
    nameReference: [
      ...Object.entries(REFERENCES).map(([kind, paths]) => ({
        kind,
        version: 'v1',
        fieldSpecs: paths.map(path => ({
          path: `${POD}/${path}`,
          group: 'argoproj.io',
          kind: 'Rollout',
        })),
      })),
      {
        kind: 'Service',
        version: 'v1',
        fieldSpecs: [
          rolloutField('spec/strategy/canary/stableService'),
          rolloutField('spec/strategy/canary/canaryService'),
          rolloutField('spec/strategy/blueGreen/activeService'),
          rolloutField('spec/strategy/blueGreen/previewService'),
          {
            path: 'spec/rules/backendRefs/name',
            group: 'gateway.networking.k8s.io',
            kind: 'HTTPRoute',
          },
        ],
      },
      {
        kind: 'HTTPRoute',
        group: 'gateway.networking.k8s.io',
        fieldSpecs: [
          rolloutField(
            `spec/strategy/canary/trafficRouting/plugins/${GATEWAY_PLUGIN.replace(
              '/',
              '\\/',
            )}/httpRoute`,
          ),
        ],
      },
      {
        kind: 'Ingress',
        group: 'networking.k8s.io',
        fieldSpecs: [
          rolloutField(
            'spec/strategy/canary/trafficRouting/nginx/stableIngress',
          ),
        ],
      },
      {
        kind: 'AnalysisTemplate',
        group: 'argoproj.io',
        fieldSpecs: [
          rolloutField(
            'spec/strategy/canary/steps/analysis/templates/templateName',
          ),
          rolloutField('spec/strategy/canary/analysis/templates/templateName'),
        ],
      },
    ],
  };
}

function rolloutField(path: string) {
  return { path, group: 'argoproj.io', kind: 'Rollout' };
}
