import type { ServiceSpec } from '../../spec/serviceSpec';
import { type WorkloadKind, workloadKindOf } from '../../spec/workload';

const API_VERSIONS: Readonly<Record<WorkloadKind, string>> = {
  Rollout: 'argoproj.io/v1alpha1',
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  CronJob: 'batch/v1',
};

/**
 * Names the object that runs the service. kustomize need not know of this reference: only generated ConfigMaps and
 * Secrets are renamed, never a workload.
 */
export function scaleTarget(spec: ServiceSpec) {
  const kind = workloadKindOf(spec);
  return { apiVersion: API_VERSIONS[kind], kind, name: spec.name };
}
