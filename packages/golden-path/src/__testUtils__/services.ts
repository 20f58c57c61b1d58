import { environments } from '../rules/goodAnswers';
import type { ServiceAnswers } from '../spec/serviceSpec';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });
const SHARED = environments({ storageClass: 'nfs', size: '10Gi' });
const QUEUE: ServiceAnswers['scaling'] = {
  kind: 'keda',
  triggers: [{ type: 'queue', query: 'sum(queue_depth)', perPod: 10 }],
};

/** Text that has become markup, a command or a placeholder somewhere before. */
export const HOSTILE = [
  '# one | two <script>alert(1)</script> {{ x }} ${{ secrets.X }} `code` ```',
  '--8<-- "/etc/passwd"',
  '[a](http://evil.example) ![b](x) <a@b.example> :smile:',
].join('\n');

/** Services of every archetype, strategy and shape of data, and one of somebody who means no good. */
export const SERVICES: readonly (Partial<ServiceAnswers> & {
  readonly title: string;
})[] = [
  { title: 'a canary' },
  { title: 'a canary through the Gateway', exposure: { kind: 'gatewayApi' } },
  {
    title: 'blue/green with a migration',
    delivery: { strategy: 'blueGreen', analysis: {} },
    migration: { command: ['npm', 'run', "migrate it's"] },
  },
  {
    title: 'A/B by a cookie',
    delivery: { strategy: 'ab', ab: { by: 'cookie' } },
    exposure: { kind: 'gatewayApi' },
  },
  {
    title: 'A/B through ingress-nginx',
    delivery: { strategy: 'ab' },
    exposure: { kind: 'ingressNginx' },
  },
  { title: 'pod by pod', delivery: { strategy: 'rolling' } },
  {
    title: 'a store beside it, with snapshots',
    data: { shape: 'storeBeside' },
    snapshots: {},
    environments: KEEPING,
  },
  {
    title: 'files of its own, scaled',
    data: {
      shape: 'ownFiles',
      furtherClaims: [{ name: 'index', mountPath: '/i', size: '5Gi' }],
    },
    snapshots: { keep: 3 },
    scaling: { kind: 'hpa', cpuUtilization: 70 },
    environments: KEEPING,
  },
  { title: 'scratch', data: { shape: 'scratch' }, environments: KEEPING },
  {
    title: 'shared files',
    data: { shape: 'sharedFiles' },
    snapshots: {},
    environments: SHARED,
  },
  { title: 'a worker', archetype: 'worker', scaling: QUEUE },
  {
    title: 'a job with files',
    archetype: 'job',
    job: { schedule: '0 4 * * *' },
    data: { shape: 'sharedFiles' },
    snapshots: {},
    environments: SHARED,
  },
  {
    title: 'a job that was said to keep its own files',
    archetype: 'job',
    data: { shape: 'ownFiles' },
    environments: KEEPING,
  },
  {
    title: 'hostile text everywhere',
    description: HOSTILE,
    owner: HOSTILE,
    system: HOSTILE,
    hardwareClass: HOSTILE,
    image: { repository: HOSTILE, tag: '1' },
    data: { shape: 'ownFiles', mountPath: `/${HOSTILE}` },
    snapshots: {},
    migration: { command: [HOSTILE] },
    environments: [
      {
        name: HOSTILE,
        replicas: 2,
        cpu: '1',
        memory: '1Gi',
        storageClass: HOSTILE,
        size: '1Gi',
      },
    ],
    repo: { host: 'git.example', owner: HOSTILE, name: HOSTILE },
  },
];
