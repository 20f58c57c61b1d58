import { planService } from '../../plan';
import { environments, PLATFORM, roomy, specOf } from '../../rules/goodAnswers';
import type { ServiceAnswers } from '../../spec/serviceSpec';

const KEEPING = environments({ storageClass: 'nfs', size: '10Gi' });

const STRATEGIES = ['canary', 'blueGreen', 'ab', 'rolling'] as const;
const EXPOSURES: ServiceAnswers['exposure'][] = [
  { kind: 'gatewayApi' },
  { kind: 'ingressNginx' },
  { kind: 'cloudflareTunnel' },
  { kind: 'clusterOnly' },
];
const SHAPES = [
  'nothing',
  'storeBeside',
  'ownFiles',
  'scratch',
  'sharedFiles',
] as const;
const CASES = STRATEGIES.flatMap(strategy =>
  EXPOSURES.flatMap(exposure =>
    SHAPES.map(shape => ({ strategy, exposure, shape })),
  ),
)
  // Refused in words: without a router nobody can be told apart.
  .filter(
    ({ strategy, exposure, shape }) =>
      strategy !== 'ab' ||
      shape === 'ownFiles' ||
      exposure?.kind !== 'clusterOnly',
  );

describe('every strategy', () => {
  it.each(STRATEGIES)(
    'goes with every exposure, all data and a migration: %s',
    strategy => {
      const refused = CASES.filter(one => one.strategy === strategy).flatMap(
        ({ exposure, shape }) =>
          planService(
            specOf({
              delivery: {
                strategy,
                dynamicStableScale: true,
                analysis: {
                  custom: {
                    query: 'up "{{args.namespace}}" # \\',
                    limit: 1,
                    goodIs: 'above',
                  },
                },
              },
              exposure,
              data: { shape },
              environments: KEEPING,
              migration: {
                command: ['migrate', '--now'],
                expandContract: true,
              },
            }),
            PLATFORM,
            roomy({}),
          )
            .findings.filter(({ severity }) => severity === 'error')
            .map(
              ({ id, message }) =>
                `${exposure?.kind} ${shape} ${id} ${message}`,
            ),
      );
      expect(refused).toEqual([]);
    },
  );
});
