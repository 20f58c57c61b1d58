import type { Container, PodSpec, Workload } from '../kube';
import { containersOf, podMakersOf } from '../kube';
import { error, type Rule } from '../rule';

const FIRST_UNPRIVILEGED_PORT = 1024;

const FIX =
  'Use nothing of the node. Let the pod have runAsNonRoot: true and seccompProfile: {type: RuntimeDefault}, and each container allowPrivilegeEscalation: false and capabilities: {drop: [ALL]}, as generated.';

/** Volumes that "restricted" admits. */
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** The namespaces enforce the Pod Security Standard "restricted": other pods are refused when they are made. */
export const SE02: Rule = {
  id: 'SE02',
  title: 'Pods fulfil "restricted", and listen where they may',
  *check({ environments }) {
    for (const environment of environments) {
      const environmentName = [environment.environment];
      for (const workload of podMakersOf(environment)) {
        for (const violation of violationsOf(workload)) {
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

function* violationsOf(workload: Workload): Iterable<string> {
  const { pod } = workload;
  if (pod.hostNetwork || pod.hostPID || pod.hostIPC) {
    yield 'shares a namespace of its node';
  }
  if (pod.volumes?.some(({ hostPath }) => hostPath !== undefined)) {
    yield 'mounts a folder of its node';
  }
  for (const volume of pod.volumes ?? []) {
    const other = Object.keys(volume).find(
      field => field !== 'name' && !VOLUMES.includes(field),
    );
    if (other !== undefined && other !== 'hostPath') {
      yield `mounts the volume ${volume.name} (${other}), which is not one of a claim`;
    }
  }
  for (const { name, ports = [] } of containersOf(workload)) {
    const taken = ports.find(({ hostPort }) => hostPort);
    if (taken) {
      yield `takes port ${taken.hostPort} of its node (container ${name})`;
    }
  }
  for (const container of containersOf(workload)) {
    const reason = violationOf(container, pod);
    if (reason !== undefined) yield `${reason} (container ${container.name})`;
  }
}

function violationOf(container: Container, pod: PodSpec): string | undefined {
  const own = container.securityContext ?? {};
  const shared = pod.securityContext ?? {};
  if (own.privileged) return 'is privileged';
  if (own.allowPrivilegeEscalation !== false) {
    return 'may gain privileges';
  }
  if ((own.runAsNonRoot ?? shared.runAsNonRoot) !== true) {
    return 'may run as root';
  }
  if ((own.runAsUser ?? shared.runAsUser) === 0) return 'runs as root';
  if (!own.capabilities?.drop?.includes('ALL')) {
    return 'keeps capabilities';
  }
  if (own.capabilities.add?.some(name => name !== 'NET_BIND_SERVICE')) {
    return 'adds capabilities';
  }
  const seccomp = (own.seccompProfile ?? shared.seccompProfile)?.type;
  return seccomp === 'RuntimeDefault' || seccomp === 'Localhost'
    ? undefined
    : 'has no seccomp profile';
}
