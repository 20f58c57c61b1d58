/** Words of the capacity tab. */
export const capacityMessages = {
  what: 'the room for this service',
  computed: 'Room computed in {{ms}} ms',
  empty: {
    title: 'No environment knows this service yet.',
    detail:
      'Room is reckoned once a pod of this service says what it asks for.',
  },
  nothing: 'Not deployed here, so there is no pod to reckon with.',
  room: {
    title: 'Room for more pods',
    aside:
      'one square is one pod of {{name}}, where the scheduler could put it',
    asideMany:
      'one square is {{pods}} pods of {{name}}, where the scheduler could put them',
    fits: 'fits',
    unknown: 'not known',
    worst: 'worst: {{worst}}',
    pods_one: '{{count}} pod asks for',
    pods_other: '{{count}} pods, each asks for',
    request: '{{cpu}} CPU, {{memory}}',
    pool: 'pool',
    place_one: '{{count}} node',
    place_other: '{{count}} nodes',
    domains_one: '{{count}} power domain',
    domains_other: '{{count}} power domains',
    binding: {
      cpu: 'CPU runs out first.',
      memory: 'Memory runs out first.',
      pods: 'Pod slots run out first.',
    },
    rowLabel: '{{environment}}, {{row}}: {{fits}} more fit',
    key: {
      running: 'running',
      fits: 'would fit',
      movesAway: 'moves away',
      noLonger: 'no longer',
      stops: 'stops',
    },
  },
  canary: {
    title: 'A canary’s extra pods',
    aside: '{{environment}}, per step',
    stable: 'stable',
    next: 'new',
    surge: 'while pods start',
    most: 'at most {{most}}',
    step: '{{label}}: {{stable}} stable, {{next}} new, {{surge}} more while pods start',
    axis: 'pods',
  },
  protection: {
    title: 'What protects it',
    aside: 'pods over power domains and nodes',
    nobody: 'no pod',
    pods_one: '{{count}} pod',
    pods_other: '{{count}} pods',
    canary: 'canary',
    budget: 'Disruption budget: {{budget}}',
    noBudget: 'No disruption budget.',
    nothing: 'Nobody asked for more.',
  },
} as const;
