import { candidateOf } from './candidateOf';
import {
  CANDIDATE,
  cluster,
  environment,
  OLD_IMAGE,
  workload,
} from './__fixtures__/situations';

const stable = { ...CANDIDATE, role: 'stable', pods: 2 } as const;

const inDev = (images: NonNullable<ReturnType<typeof workload>>['images']) =>
  environment('dev', cluster({ workload: workload({ images }) }));

describe('candidateOf', () => {
  it('is the digest that all stable pods run, whatever a canary tries', () => {
    const canary = { ...OLD_IMAGE, role: 'canary' } as const;
    expect(candidateOf(inDev([stable, canary]))).toEqual({
      found: true,
      candidate: CANDIDATE,
    });
  });

  it.each([
    [
      'two stable digests',
      inDev([stable, { ...OLD_IMAGE, role: 'stable' }]),
      'Pods in dev run different digests: sha256:2222…2222, sha256:1111…1111',
    ],
    [
      'a digest that is not known',
      inDev([{ repository: 'r', tag: '1', role: 'stable', pods: 1 }]),
      'No pod in dev has said which digest it runs',
    ],
    [
      'a digest that is known of one pod only',
      inDev([stable, { repository: 'r', tag: '1', role: 'stable', pods: 1 }]),
      'Pods in dev run different digests: sha256:2222…2222, not known yet',
    ],
    ['no stable pods', inDev([]), 'No pod serves in dev yet'],
    [
      'no workload',
      environment('dev', cluster({ workload: undefined })),
      'It is not deployed in dev',
    ],
    [
      'a silent cluster',
      environment('dev', {
        cluster: 'dev',
        ok: false,
        problem: { kind: 'forbidden', message: 'pods are not for us.' },
      }),
      'dev cannot be read: pods are not for us',
    ],
  ])('is not made up from %s', (_, from, why) => {
    expect(candidateOf(from)).toEqual({ found: false, why });
  });
});
