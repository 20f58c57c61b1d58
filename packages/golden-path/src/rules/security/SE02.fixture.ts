import { editYaml, type RuleFixture } from '../fixture';

const inPod =
  (change: (pod: any, metadata: any) => void) => (files: Map<string, string>) =>
    editYaml(files, 'deploy/base/rollout.yaml', ({ spec: { template } }) =>
      change(template.spec, template.metadata),
    );

/** A change of the pod that the API server refuses, too. */
function refused(
  title: string,
  says: RegExp,
  change: (pod: any, metadata: any) => void,
  theirs: RegExp,
): RuleFixture {
  return {
    title,
    edit: inPod(change),
    expect: 'error',
    says,
    refused: { by: 'apiServer', says: theirs },
  };
}

/** The same for what the one container says of its own security. */
const refusedContext = (
  title: string,
  context: object,
  says: RegExp,
  theirs: RegExp,
) =>
  refused(
    title,
    says,
    ({ containers: [app] }) => Object.assign(app.securityContext, context),
    theirs,
  );

export const fixtures: RuleFixture[] = [
  {
    title: 'a port for root',
    answers: { port: 80 },
    expect: 'error',
    says: /listens on port 80/,
    path: 'port',
  },
  refused(
    'root',
    /may run as root, so/,
    pod => {
      pod.securityContext.runAsNonRoot = false;
    },
    /runAsNonRoot != true/,
  ),
  refusedContext(
    'the user 0',
    { runAsUser: 0 },
    /runs as root \(container app\)/,
    /runAsUser=0/,
  ),
  refused(
    'root by the pod, which every container takes back',
    /may run as root, so/,
    pod => {
      pod.securityContext.runAsNonRoot = false;
      pod.containers[0].securityContext.runAsNonRoot = true;
    },
    /runAsNonRoot != true/,
  ),
  refusedContext(
    'root of a node',
    { privileged: true, allowPrivilegeEscalation: true },
    /is privileged \(container app\)/,
    /privileged/,
  ),
  refusedContext(
    'more privileges',
    { allowPrivilegeEscalation: true },
    /may gain privileges/,
    /allowPrivilegeEscalation != false/,
  ),
  refusedContext(
    'a capability more',
    { capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } },
    /adds capabilities/,
    /unrestricted capabilities/,
  ),
  refusedContext(
    'capabilities',
    { capabilities: {} },
    /keeps capabilities/,
    /unrestricted capabilities/,
  ),
  refusedContext(
    'all of /proc',
    { procMount: 'Unmasked' },
    /sees the whole of \/proc/,
    /procMount/,
  ),
  refusedContext(
    'an SELinux type of the node',
    { seLinuxOptions: { type: 'spc_t' } },
    /chooses SELinux options/,
    /seLinuxOptions/,
  ),
  refusedContext(
    'no AppArmor',
    { appArmorProfile: { type: 'Unconfined' } },
    /has the AppArmor profile Unconfined \(container app\)/,
    /appArmorProfile|forbidden AppArmor/,
  ),
  refused(
    'no AppArmor, by the old annotation',
    /has the AppArmor profile unconfined,/,
    (_, metadata) => {
      metadata.annotations = {
        'container.apparmor.security.beta.kubernetes.io/app': 'unconfined',
      };
    },
    /AppArmor/i,
  ),
  refusedContext(
    'no seccomp',
    { seccompProfile: { type: 'Unconfined' } },
    /has the seccomp profile Unconfined/,
    /seccompProfile/,
  ),
  refused(
    'no seccomp profile',
    /has no seccomp profile/,
    pod => {
      delete pod.securityContext.seccompProfile;
    },
    /seccompProfile/,
  ),
  refused(
    'the network of the node',
    /shares a namespace of its node/,
    pod => {
      pod.hostNetwork = true;
    },
    /hostNetwork=true/,
  ),
  refused(
    'a setting of the kernel',
    /sets kernel.msgmax/,
    pod => {
      pod.securityContext.sysctls = [{ name: 'kernel.msgmax', value: '65536' }];
    },
    /forbidden sysctls/,
  ),
  refused(
    'a port of the node',
    /takes port 8080 of its node \(container app\)/,
    pod => {
      pod.containers[0].ports[0].hostPort = 8080;
    },
    /hostPort/,
  ),
  refused(
    'a probe of another host',
    /has the node call another host/,
    pod => {
      pod.containers[0].readinessProbe.httpGet.host = '10.0.0.1';
    },
    /probe or lifecycle host/,
  ),
  refused(
    'a hook to another host',
    /has the node call another host/,
    pod => {
      pod.containers[0].lifecycle = {
        postStart: { tcpSocket: { host: '10.0.0.1', port: 80 } },
      };
    },
    /lifecycle/,
  ),
  refused(
    'a folder of the node',
    /mounts a folder of its node/,
    pod => {
      pod.volumes.push({ name: 'share', hostPath: { path: '/var/share' } });
    },
    /hostPath/,
  ),
  refused(
    'a volume that is no claim',
    /mounts the volume share \(nfs\)/,
    pod => {
      pod.volumes.push({ name: 'share', nfs: { server: 'nas', path: '/' } });
    },
    /restricted volume types/,
  ),
];
