import { healthOf, worstHealth } from './health';

const metadata = {
  name: 'a',
  uid: 'u',
  resourceVersion: '1',
  creationTimestamp: '',
  generation: 2,
};
const rollout = (status: object) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata,
  spec: {},
  status,
});

describe('healthOf', () => {
  it.each([
    [rollout({ observedGeneration: '1', phase: 'Healthy' }), 'Progressing'],
    [rollout({ observedGeneration: '2', phase: 'Healthy' }), 'Healthy'],
    [
      rollout({
        observedGeneration: '2',
        phase: 'Paused',
        message: 'CanaryPauseStep',
      }),
      'Suspended',
    ],
    [rollout({ observedGeneration: '2', phase: 'Degraded' }), 'Degraded'],
    [undefined, 'Missing'],
    [{ ...rollout({}), kind: 'ConfigMap' }, undefined],
    [
      {
        ...rollout({
          observedGeneration: 2,
          readyReplicas: 1,
          updatedReplicas: 2,
        }),
        kind: 'StatefulSet',
        spec: { replicas: 2 },
      },
      'Progressing',
    ],
    [
      { ...rollout({ phase: 'Pending' }), kind: 'PersistentVolumeClaim' },
      'Progressing',
    ],
  ])('%#', (live, expected) => {
    expect(healthOf(live)?.status).toBe(expected);
  });
});

describe('worstHealth', () => {
  it.each([
    [[], 'Healthy'],
    [['Healthy', 'Suspended'], 'Suspended'],
    [['Suspended', 'Degraded', 'Progressing'], 'Degraded'],
  ] as const)('%j is %s', (all, expected) => {
    expect(worstHealth(all)).toBe(expected);
  });
});
