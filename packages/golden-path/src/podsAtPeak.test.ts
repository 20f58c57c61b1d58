import { podsAtPeak } from './podsAtPeak';
import { environments, specOf } from './rules/goodAnswers';
import type { ServiceAnswers } from './spec/serviceSpec';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });
const ROUTED = { exposure: { kind: 'gatewayApi' } } as const;

const delivery = (
  special: ServiceAnswers['delivery'],
): Partial<ServiceAnswers> => ({ delivery: special });

describe('podsAtPeak', () => {
  it.each<[string, Partial<ServiceAnswers>, number, number]>([
    ['a canary by pods', {}, 5, 2],
    ['a canary with a surge of its own', delivery({ maxSurge: 1 }), 5, 1],
    ['a canary by requests: the old version stays whole', ROUTED, 5, 5],
    [
      'the same, while the old version shrinks from 50 %',
      { ...ROUTED, ...delivery({ dynamicStableScale: true }) },
      5,
      3,
    ],
    [
      'in small steps to nearly all, and then given up',
      {
        ...ROUTED,
        ...delivery({
          dynamicStableScale: true,
          steps: [20, 40, 60, 80].map(setWeight => ({ setWeight })),
        }),
      },
      5,
      4,
    ],
    [
      'shrinking without a router',
      delivery({ dynamicStableScale: true }),
      5,
      2,
    ],
    ['A and B', { ...ROUTED, ...delivery({ strategy: 'ab' }) }, 5, 5],
    ['blue and green', delivery({ strategy: 'blueGreen' }), 5, 5],
    [
      'a small preview, which grows before the switch',
      delivery({ strategy: 'blueGreen', blueGreen: { previewReplicas: 1 } }),
      5,
      5,
    ],
    ['pod by pod', delivery({ strategy: 'rolling' }), 5, 2],
    [
      'a scaled service at its most',
      { ...ROUTED, scaling: { kind: 'hpa' } },
      15,
      15,
    ],
    [
      'replica by replica',
      { data: { shape: 'ownFiles' }, environments: KEEPING },
      5,
      0,
    ],
    [
      'the same with a migration',
      {
        data: { shape: 'ownFiles' },
        environments: KEEPING,
        migration: { command: ['migrate'] },
      },
      5,
      1,
    ],
    ['a worker', { archetype: 'worker' }, 5, 2],
    ['a job', { archetype: 'job' }, 1, 0],
  ])('%s', (_, special, atRest, arriving) => {
    const spec = specOf(special);
    expect(podsAtPeak(spec, spec.environments[2]!)).toEqual({
      atRest,
      arriving,
    });
  });
});
