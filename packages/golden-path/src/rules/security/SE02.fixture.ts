import { editYaml, type RuleFixture } from '../fixture';

const inPod = (change: (pod: any) => void) => (files: Map<string, string>) =>
  editYaml(files, 'deploy/base/rollout.yaml', object =>
    change(object.spec.template.spec),
  );

export const fixtures: RuleFixture[] = [
  {
    title: 'a port for root',
    answers: { port: 80 },
    expect: 'error',
    says: /listens on port 80/,
    path: 'port',
  },
  {
    title: 'root',
    edit: inPod(pod => {
      pod.securityContext.runAsNonRoot = false;
    }),
    expect: 'error',
    says: /may run as root \(container app\)/,
    refused: { by: 'apiServer', says: /runAsNonRoot != true/ },
  },
  {
    title: 'capabilities',
    edit: inPod(pod => {
      pod.containers[0].securityContext.capabilities = {};
    }),
    expect: 'error',
    says: /keeps capabilities/,
    refused: { by: 'apiServer', says: /unrestricted capabilities/ },
  },
  {
    title: 'the network of the node',
    edit: inPod(pod => {
      pod.hostNetwork = true;
    }),
    expect: 'error',
    says: /shares a namespace of its node/,
    refused: { by: 'apiServer', says: /hostNetwork=true/ },
  },
  {
    title: 'a port of the node',
    edit: inPod(pod => {
      pod.containers[0].ports[0].hostPort = 8080;
    }),
    expect: 'error',
    says: /takes port 8080 of its node \(container app\)/,
    refused: { by: 'apiServer', says: /hostPort/ },
  },
  {
    title: 'a volume that is no claim',
    edit: inPod(pod => {
      pod.volumes.push({ name: 'share', nfs: { server: 'nas', path: '/' } });
    }),
    expect: 'error',
    says: /mounts the volume share \(nfs\)/,
    refused: { by: 'apiServer', says: /restricted volume types/ },
  },
  {
    title: 'no seccomp profile',
    edit: inPod(pod => {
      delete pod.securityContext.seccompProfile;
    }),
    expect: 'error',
    says: /has no seccomp profile/,
    refused: { by: 'apiServer', says: /seccompProfile/ },
  },
];
