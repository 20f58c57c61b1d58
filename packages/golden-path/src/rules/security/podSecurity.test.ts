import type { PodSpec, SecurityContext, Workload } from '../kube';
import { podViolations } from './podSecurity';

const SAFE: SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

const said = (
  pod: PodSpec,
  podAnnotations: Readonly<Record<string, string>> = {},
) => [...podViolations({ pod, podAnnotations } as Workload)];

const withContext = (securityContext: SecurityContext): PodSpec => ({
  containers: [{ name: 'app', securityContext }],
});

// Situations of the admission plugin's own tests (k8s.io/pod-security-admission, policy), told anew.
describe('podViolations', () => {
  it.each<[string, PodSpec]>([
    ['everything said by the container', withContext(SAFE)],
    [
      'users of its own',
      {
        hostUsers: false,
        ...withContext({ ...SAFE, runAsNonRoot: undefined, runAsUser: 0 }),
      },
    ],
    [
      'Windows',
      { os: { name: 'windows' }, ...withContext({ runAsNonRoot: true }) },
    ],
    [
      'what is allowed of a node',
      {
        securityContext: {
          sysctls: [{ name: 'net.ipv4.tcp_syncookies' }],
          seLinuxOptions: { type: 'container_t' },
        },
        volumes: [{ name: 'model', image: {} } as never],
        ...withContext({
          ...SAFE,
          capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
          seccompProfile: { type: 'Localhost' },
          appArmorProfile: { type: 'Localhost' },
          procMount: 'Default',
        }),
      },
    ],
  ])('has nothing against %s', (_, pod) => {
    expect(
      said(pod, {
        'container.apparmor.security.beta.kubernetes.io/app': 'localhost/app',
      }),
    ).toEqual([]);
  });

  it.each<[string, PodSpec, string]>([
    [
      'a profile that is misspelled',
      withContext({ ...SAFE, seccompProfile: { type: 'runtimeDefault' } }),
      'has the seccomp profile runtimeDefault (container app)',
    ],
    [
      'a Windows process of the node',
      {
        os: { name: 'windows' },
        ...withContext({
          runAsNonRoot: true,
          windowsOptions: { hostProcess: true },
        }),
      },
      'runs as a process of its node (container app)',
    ],
    [
      'a mount of /proc, also with users of its own',
      { hostUsers: false, ...withContext({ ...SAFE, procMount: 'Unmasked' }) },
      'sees the whole of /proc (container app)',
    ],
  ])('refuses %s', (_, pod, violation) => {
    expect(said(pod)).toEqual([violation]);
  });
});
