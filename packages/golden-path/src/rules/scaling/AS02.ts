import { type Container, type Workload, workloadsOf } from '../kube';
import { error, type Rule } from '../rule';
import { scalersOf } from '../scalers';

/**
 * A utilization is a share of a request, so without the request there is nothing to compare with and the scaler stands
 * still. KEDA's webhook looks at Deployments and StatefulSets only; nobody else says so for a Rollout.
 */
export const AS02: Rule = {
  id: 'AS02',
  title: 'Every container asks for the resource that its pods are scaled by',
  *check({ environments }) {
    for (const environment of environments) {
      const workloads = workloadsOf(environment);
      for (const scaler of scalersOf(environment)) {
        const workload = workloads.find(
          ({ name }) => name === scaler.target.name,
        );
        if (workload === undefined) continue;
        for (const { resource, container } of scaler.utilizations) {
          const silent = runningIn(workload).filter(
            ({ name, resources }) =>
              (container === undefined || container === name) &&
              // Kubernetes asks for the limit where no request is stated.
              resources?.requests?.[resource] === undefined &&
              resources?.limits?.[resource] === undefined,
          );
          for (const { name } of silent) {
            yield error({
              path: `deploy/overlays/${environment.environment}`,
              message: `${scaler.kind} ${scaler.name} follows the share of ${resource} that is used, and container ${name} of ${workload.kind} ${workload.name} asks for none: there is nothing to compare with, so nothing is scaled.`,
              fix: `Set resources.requests.${resource} of the container.`,
              environments: [environment.environment],
            });
          }
        }
      }
    }
  },
};

/** Use is compared with what runs: a container that ends before the others start is in neither. */
function runningIn({ pod }: Workload): readonly Container[] {
  const beside = (pod.initContainers ?? []).filter(
    ({ restartPolicy }) => restartPolicy === 'Always',
  );
  return [...beside, ...(pod.containers ?? [])];
}
