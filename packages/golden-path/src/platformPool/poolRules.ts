/** A rule about pools, for its page: what it holds, and why. */
export interface PoolRule {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** What {@link judgePool} looks at, in the order of its findings' ids. */
export const POOL_RULES: readonly PoolRule[] = [
  {
    id: 'PL01',
    title: 'A pool is for environments that the platform has',
    reason: 'For any other there is no cluster to apply it to.',
  },
  {
    id: 'PL02',
    title: 'A storage class has a name of its own',
    reason:
      'A class is for all clusters and all teams, and what it promises never changes.',
  },
  {
    id: 'PL03',
    title: 'A storage class keeps more than one copy',
    reason: 'What has one copy is gone with its machine.',
  },
  {
    id: 'PL04',
    title: 'There are power domains for all copies of a class',
    reason:
      'A copy that has no domain of its own is not made, and neither is the volume.',
  },
  {
    id: 'PL05',
    title: 'The room that is kept free fits on the machines',
    reason: 'A placeholder that waits for a machine keeps nothing free.',
  },
  {
    id: 'PL06',
    title: 'An image that is pulled beforehand does not change',
    reason: 'What a machine has pulled it does not pull again.',
  },
];
