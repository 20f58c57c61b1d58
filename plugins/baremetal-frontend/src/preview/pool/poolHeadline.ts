import { listWords } from '@baremetal/backstage-plugin-baremetal-common';
import { hardwareClassOf } from '@baremetal/golden-path';
import type { Translate } from '../../ui/useT';
import { type Headline, verdictOf } from '../headline';
import { type Machines, machinesIn } from '../machines';
import type { ReadyPool } from './poolProof';

/** The machines of one environment that the pool is about. */
export interface PlacedMachines {
  readonly environment: string;
  readonly machines: Machines;
}

/** In the order of the answers; none before they make a pool. */
export function poolMachines({
  proof,
  live,
}: Pick<ReadyPool, 'proof' | 'live'>): readonly PlacedMachines[] {
  const { plan } = proof;
  if (!plan) return [];
  const name = hardwareClassOf(plan.spec);
  return plan.spec.environments.map(environment => ({
    environment,
    machines: machinesIn(live, environment, name),
  }));
}

/** The verdict on a pool, and where its machines are. */
export function poolHeadline(
  ready: Pick<ReadyPool, 'proof' | 'live'>,
  t: Translate,
): Headline {
  const placed = poolMachines(ready);
  const more = (['known', 'none', 'unknown'] as const).flatMap(state => {
    const where = placed.filter(each => each.machines.state === state);
    return where.length === 0
      ? []
      : [
          t(`create.pool.machines.${state}`, {
            where: listWords(where.map(({ environment }) => environment)),
          }),
        ];
  });
  return verdictOf(ready.proof, { may: 'pool', more }, t);
}
