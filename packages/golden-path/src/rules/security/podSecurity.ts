import type { Container, PodSpec, SecurityContext, Workload } from '../kube';
import { at, containersOf } from '../kube';

/** Volumes that "restricted" admits. */
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** Settings of the kernel that reach no further than the pod. */
const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

const SELINUX_TYPES = [
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
];

/** Of seccomp and of AppArmor: everything else is the platform's to allow. */
const PROFILES = ['RuntimeDefault', 'Localhost'];

const APPARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';
const APPARMOR_VALUE = /^$|^runtime\/default$|^localhost\//;

/**
 * What a pod does that the Pod Security Standard "restricted" does not admit, each as the end of a sentence that
 * begins with the workload. As of Kubernetes 1.35, with what it does not ask of Windows and of users of their own.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function* podViolations(workload: Workload): Iterable<string> {
  const { pod, podAnnotations } = workload;
  if (pod.hostNetwork || pod.hostPID || pod.hostIPC) {
    yield 'shares a namespace of its node';
  }
  yield* volumeViolations(pod);
  for (const { name } of pod.securityContext?.sysctls ?? []) {
    if (!SYSCTLS.includes(name)) {
      yield `sets ${name}, which reaches further than the pod`;
    }
  }
  for (const [key, profile] of Object.entries(podAnnotations)) {
    if (key.startsWith(APPARMOR_ANNOTATION) && !APPARMOR_VALUE.test(profile)) {
      yield `has the AppArmor profile ${profile}`;
    }
  }
  yield* contextViolations(pod.securityContext ?? {}, pod);
  for (const container of containersOf(workload)) {
    for (const violation of containerViolations(container, pod)) {
      yield `${violation} (container ${container.name})`;
    }
  }
}

function* volumeViolations({ volumes = [] }: PodSpec): Iterable<string> {
  for (const volume of volumes) {
    const other = Object.keys(volume).find(
      field => field !== 'name' && !VOLUMES.includes(field),
    );
    if (other === 'hostPath') {
      yield 'mounts a folder of its node';
    } else if (other !== undefined) {
      yield `mounts the volume ${volume.name} (${other}), which is not one of a claim`;
    }
  }
}

/** What neither a pod nor one of its containers may say. */
function* contextViolations(
  context: SecurityContext,
  pod: PodSpec,
): Iterable<string> {
  const { windowsOptions, seLinuxOptions, appArmorProfile, seccompProfile } =
    context;
  if (windowsOptions?.hostProcess) yield 'runs as a process of its node';
  const { type, user, role } = seLinuxOptions ?? {};
  if ((type && !SELINUX_TYPES.includes(type)) || user || role) {
    yield 'chooses SELinux options that only the platform may';
  }
  if (appArmorProfile && !PROFILES.includes(appArmorProfile.type ?? '')) {
    yield `has the AppArmor profile ${appArmorProfile.type}`;
  }
  if (
    seccompProfile &&
    !isWindows(pod) &&
    !PROFILES.includes(seccompProfile.type ?? '')
  ) {
    yield `has the seccomp profile ${seccompProfile.type}`;
  }
  if (hasOwnUsers(pod)) return;
  if (context.runAsUser === 0) yield 'runs as root';
  if (context.runAsNonRoot === false) yield 'may run as root';
}

/** Root in such a pod is nobody on its node. */
function hasOwnUsers({ hostUsers }: PodSpec): boolean {
  return hostUsers === false;
}

function isWindows({ os }: PodSpec): boolean {
  return os?.name === 'windows';
}

function* containerViolations(
  container: Container,
  pod: PodSpec,
): Iterable<string> {
  const own = container.securityContext ?? {};
  const taken = container.ports?.find(({ hostPort }) => hostPort);
  if (taken) yield `takes port ${taken.hostPort} of its node`;
  if (hostsOf(container).some(Boolean)) {
    yield 'has the node call another host than the pod';
  }
  if (own.procMount && own.procMount !== 'Default') {
    yield 'sees the whole of /proc';
  }
  if (own.privileged) yield 'is privileged';
  if (own.capabilities?.add?.some(name => name !== 'NET_BIND_SERVICE')) {
    yield 'adds capabilities';
  }
  yield* contextViolations(own, pod);
  const missing = missingOf(own, pod);
  if (missing !== undefined) yield missing;
}

/** Hosts that probes and hooks name; the pod itself where they name none. */
function hostsOf(container: Container): unknown[] {
  return [
    ['livenessProbe'],
    ['readinessProbe'],
    ['startupProbe'],
    ['lifecycle', 'preStop'],
    ['lifecycle', 'postStart'],
  ].flatMap(path => [
    at(container, ...path, 'httpGet', 'host'),
    at(container, ...path, 'tcpSocket', 'host'),
  ]);
}

/** The first thing that a container must say, itself or by its pod, and does not. */
function missingOf(own: SecurityContext, pod: PodSpec): string | undefined {
  const shared = pod.securityContext ?? {};
  if (
    !hasOwnUsers(pod) &&
    (own.runAsNonRoot ?? shared.runAsNonRoot) === undefined
  ) {
    return 'may run as root';
  }
  if (isWindows(pod)) return undefined;
  if (own.allowPrivilegeEscalation !== false) return 'may gain privileges';
  if (!own.capabilities?.drop?.includes('ALL')) return 'keeps capabilities';
  return own.seccompProfile || shared.seccompProfile
    ? undefined
    : 'has no seccomp profile';
}
