/** Words of the overview card and of the dialog that asks for a promotion. */
export const overviewMessages = {
  what: 'the state of this service',
  orphan:
    'Nothing in the catalog leads to this entity any more: it is an orphan and may be deleted.',
  notProcessed: 'The catalog could not process this entity.',
  title: 'Environments',
  answering: '{{answering}} of {{all}} clusters answer',
  row: {
    pods: 'Pods',
    rollout: 'Rollout',
    nextRun: 'Next run',
    lastRun: 'Last run',
    storage: 'Storage',
    capacity: 'Capacity',
  },
  version: {
    canary: 'canary, over {{stable}}',
    instead: 'not {{next}}',
    unknown: 'version not known',
  },
  traffic: {
    all: '100 % of the traffic',
    canary: '{{weight}} % {{version}}',
    stable: '{{weight}} % {{version}}',
  },
  link: 'Rollout in {{environment}}',
  linkRuns: 'Runs in {{environment}}',
  observed: 'Observed',
  lostNote: 'Last known state. This cluster does not answer any more.',
  hop: {
    promote: 'Promote {{from}} → {{to}}',
    label: 'From {{from}} to {{to}}',
  },
  notDeployed: 'Not deployed',
  empty: {
    title: 'No environment knows this service yet.',
    detail:
      'The platform team names environments under baremetal.environments; a service appears once its objects carry the label backstage.io/kubernetes-id.',
  },
  promotions: {
    title: 'Open promotions',
    none: 'None. A promotion opened here appears at once.',
    by: 'Asked by {{who}}, {{when}}.',
    pull: 'Pull request #{{number}}',
    open: 'Open the promotion',
  },
  changes: {
    title: 'What changed lately',
    none: 'Nothing that the clusters still remember.',
    kind: {
      done: 'done',
      waits: 'waits',
      moves: 'moves',
      failed: 'failed',
    },
  },
  dialog: {
    title: 'Promote {{name}} from {{from}} to {{to}}',
    what: 'the promotion',
    image: 'What runs in {{from}}',
    digest: 'Digest',
    noDigest: 'not known',
    change: 'What changes in Git',
    noDiff: 'Nothing would change.',
    gates: 'Gates',
    open: 'Open pull request',
    opening: 'Opening the pull request …',
    disabled: 'Not possible now: see the sentence at the top.',
    opened: 'Pull request #{{number}} is open.',
    existing:
      'Pull request #{{number}} was open already; nothing was opened twice.',
    follow: 'Follow the promotion',
    moved:
      'The world moved since you looked: what runs or what Git says is another one now. Look again, then decide.',
    again: 'Look again',
    failed: 'The pull request could not be opened.',
    denied: 'You may not ask for promotions of this service. Its owner can.',
  },
} as const;
