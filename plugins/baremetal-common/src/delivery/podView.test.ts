import type { ContainerRow, PodRow } from '../kube';
import { pod } from './__fixtures__/checkout';
import { isLiving, podStatus, toPodView } from './podView';

const container = (changes: Partial<ContainerRow>): ContainerRow => ({
  name: 'app',
  image: 'x:1',
  ready: false,
  restarts: 0,
  ...changes,
});

it.each<[string, Partial<PodRow>, ReturnType<typeof podStatus>]>([
  ['ready', {}, { tone: 'ok', words: 'Ready' }],
  [
    'ending, whatever else',
    { deleting: true, ready: false },
    { tone: 'busy', words: 'Ending' },
  ],
  ['finished', { phase: 'Succeeded' }, { tone: 'ok', words: 'Finished' }],
  [
    'evicted',
    { phase: 'Failed', reason: 'Evicted' },
    { tone: 'bad', words: 'Evicted' },
  ],
  [
    'on a silent node',
    { phase: 'Unknown' },
    { tone: 'unknown', words: 'Its node does not answer' },
  ],
  [
    'without a place',
    {
      phase: 'Pending',
      ready: false,
      node: undefined,
      unschedulable: '0/3 nodes are available',
    },
    { tone: 'bad', words: 'Waits for a node: 0/3 nodes are available' },
  ],
  [
    'not yet placed',
    { phase: 'Pending', ready: false, node: undefined },
    { tone: 'busy', words: 'Waits for a node' },
  ],
  [
    'starting',
    {
      phase: 'Pending',
      ready: false,
      containers: [container({ waiting: { reason: 'ContainerCreating' } })],
    },
    { tone: 'busy', words: 'Starting' },
  ],
  [
    'stuck',
    {
      phase: 'Pending',
      ready: false,
      containers: [container({ waiting: { reason: 'ImagePullBackOff' } })],
    },
    { tone: 'bad', words: 'ImagePullBackOff' },
  ],
  [
    'running, not ready',
    { ready: false },
    { tone: 'warn', words: 'Runs, not ready' },
  ],
])('a pod that is %s', (_, changes, status) => {
  expect(podStatus(pod('p', 'next', changes))).toEqual(status);
});

it('tells of restarts and why the last one was', () => {
  const containers = [
    container({
      restarts: 1,
      ended: { reason: 'Error', exitCode: 1, at: '2026-11-22T13:00:00Z' },
    }),
    container({
      restarts: 2,
      ended: { reason: 'OOMKilled', exitCode: 137, at: '2026-11-22T13:43:00Z' },
    }),
  ];
  const place = { role: 'canary' as const, domain: undefined };
  expect(toPodView(pod('p', 'next', { containers }), place)).toEqual({
    name: 'p',
    node: 'm-stage-01',
    role: 'canary',
    status: { tone: 'ok', words: 'Ready' },
    startedAt: '2026-11-22T13:41:00Z',
    restarts: 3,
    lastRestart: '3 restarts: OOMKilled, exit code 137',
  });
});

it.each([
  [{}, true],
  [{ deleting: true }, false],
  [{ phase: 'Succeeded' as const }, false],
  [{ phase: 'Failed' as const }, false],
])('counts %p as living: %p', (changes, living) => {
  expect(isLiving(pod('p', 'next', changes))).toBe(living);
});
