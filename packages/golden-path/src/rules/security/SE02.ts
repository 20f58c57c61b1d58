import { containersOf, podMakersOf } from '../kube';
import { error, type Rule } from '../rule';
import { podViolations } from './podSecurity';

const FIRST_UNPRIVILEGED_PORT = 1024;

const FIX =
  'Use nothing of the node. Let the pod have runAsNonRoot: true and seccompProfile: {type: RuntimeDefault}, and each container allowPrivilegeEscalation: false and capabilities: {drop: [ALL]}, as generated.';

/** The namespaces enforce the Pod Security Standard "restricted": other pods are refused when they are made. */
export const SE02: Rule = {
  id: 'SE02',
  title: 'Pods fulfil "restricted", and listen where they may',
  *check({ environments }) {
    for (const environment of environments) {
      const environmentName = [environment.environment];
      for (const workload of podMakersOf(environment)) {
        for (const violation of podViolations(workload)) {
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `${workload.kind} ${workload.name} ${violation}, so in a namespace that enforces the Pod Security Standard "restricted" no pod of it would be admitted.`,
            fix: FIX,
            environments: environmentName,
          });
        }
        for (const { name, ports = [] } of containersOf(workload)) {
          for (const { containerPort } of ports) {
            if (containerPort >= FIRST_UNPRIVILEGED_PORT) continue;
            yield error({
              path: 'port',
              message: `Container ${name} listens on port ${containerPort}, and a process that is not root may not take a port below ${FIRST_UNPRIVILEGED_PORT}.`,
              fix: 'Listen on 8080; the Service offers port 80 to callers.',
              environments: environmentName,
            });
          }
        }
      }
    }
  },
};
