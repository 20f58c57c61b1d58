/** Words of what runs by a schedule. */
export const jobsMessages = {
  next: {
    in: 'in {{span}}',
    now: 'now',
    suspended: 'none: suspended',
    unknown: 'not known',
  },
  runs: {
    title: 'Runs in {{environment}}',
    none: 'The cluster keeps no run of it.',
    run: 'Run',
    version: 'Version',
    started: 'Started',
    took: 'Took',
    outcome: 'Outcome',
    why: 'Why',
    by: 'Started by',
    byHand: 'a person',
    bySchedule: 'its schedule',
    going: 'for {{span}} so far',
    unknown: 'not known',
  },
  schedule: 'Runs {{rhythm}}. Next run: {{next}}.',
} as const;
