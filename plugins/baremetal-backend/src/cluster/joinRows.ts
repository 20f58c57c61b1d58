import type { Lost } from '@baremetal/backstage-plugin-baremetal-common';
import type { Rows } from '@baremetal/backstage-plugin-baremetal-node';

/** Age of what is joined from several kinds: that of the oldest. */
export interface JoinedAge {
  readonly observedAt: string;
  readonly lost?: Lost;
}

/** What is joined from several readings is as old as the oldest, and lost since the first was. */
export function joinAges(
  first: Rows<unknown>,
  ...others: readonly Rows<unknown>[]
): JoinedAge {
  return others.reduce<JoinedAge>(
    (joined, { observedAt, lost }) => {
      const since = firstLost(joined.lost, lost);
      return {
        observedAt:
          observedAt < joined.observedAt ? observedAt : joined.observedAt,
        ...(since && { lost: since }),
      };
    },
    {
      observedAt: first.observedAt,
      ...(first.lost && { lost: first.lost }),
    },
  );
}

function firstLost(a: Lost | undefined, b: Lost | undefined): Lost | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return b.since < a.since ? b : a;
}

/** The problem of a cluster that nobody configured, or that is known by its name alone. */
export function notConnected(cluster: string) {
  return {
    cluster,
    ok: false,
    problem: {
      kind: 'notConnected',
      message: `Backstage is not connected to a cluster named ${cluster}.`,
    },
  } as const;
}
