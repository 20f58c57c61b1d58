/** Words of the form that creates a service. */
export const createMessages = {
  loading: 'Loading what the platform offers',
  platform: 'what the platform offers',
  severity: { error: 'Error', warning: 'Warning', info: 'Note' },
  proof: {
    label: 'Live proof',
    can: 'Can be created: {{errors, number}} errors, {{warnings, number}} warnings',
    cannot:
      'Cannot be created yet: {{errors, number}} errors, {{warnings, number}} warnings',
    against: 'every rule, against the rendered files',
    notChecked: '{{id}} was not checked, because {{reason}}',
    noLive:
      'The clusters could not be asked for room ({{why}}). The rules that need it are not checked.',
  },
  fit: {
    environment: 'Fits',
    peak: 'At most',
    now: 'Room now',
    afterLoss: 'If a node dies',
    pods: '{{total, number}} pods',
    none: 'no pods',
    unknown: 'unknown',
  },
  files: {
    title: 'Repository to be made',
    count: '{{total, number}} files',
  },
  identity: {
    title: 'Name and owner',
    name: 'Name',
    nameHint:
      'Small letters, digits and dashes, at most 40. Repository, namespaces and objects are named after it.',
    owner: 'Owner',
    system: 'System',
    description: 'Description',
    descriptionHint: 'What it does, in a sentence.',
  },
  runtime: {
    where: 'Where it runs',
    whereHint: 'room for more pods of this size',
    hardwareClass: 'Hardware class',
    perNode: '{{cores, number}} cores, {{memory}} per node',
    noNode: 'no node of this class in {{where}}',
    port: 'Port',
    size: 'How much it gets',
    sizeHint: 'the same image everywhere; only these numbers differ',
    replicas: 'Replicas',
    cpu: 'CPU request, millicores',
    memory: 'Memory request, MiB',
    together: 'Together',
    sum: '{{cores, number}} cores, {{memory, number}} GiB',
    inEnvironment: '{{what}} in {{environment}}',
    disruption: 'Pods a drain may take at once',
    disruptionHint: 'Nodes are drained for upgrades; 0 would block them.',
  },
  data: {
    title: 'What it keeps',
    storage: 'Storage per environment',
    class: 'Storage class',
    size: 'Size, GiB',
    copies: 'Copies over power domains',
    domainsUnknown:
      '{{copies, number}} copies; the storage system did not say where they fit',
    tooFewDomains:
      '{{copies, number}} copies need {{copies, number}} power domains; there are {{domains, number}}',
    enoughDomains: '{{copies, number}} copies, each in a domain of its own',
    largest: 'at most {{size}} per claim',
    nothing: {
      title: 'Nothing',
      words: 'All state is elsewhere. Pods may move at any time.',
    },
    storeBeside: {
      title: 'PostgreSQL beside it',
      words:
        'A store of its own, on a replicated volume. The service stays free to roll out by weight.',
    },
    ownFiles: {
      title: 'Own files',
      words:
        'One volume per pod. A new version goes pod by pod, not by weight.',
    },
    sharedFiles: {
      title: 'Files shared by all pods',
      words:
        'One volume for all. Works only on classes that several nodes may mount.',
    },
  },
  delivery: {
    title: 'How a new version arrives',
    first: 'the very first deployment goes straight to 100 %',
    person: '{{weight, number}} %, person',
    analysis: 'analysis',
    takes: 'About {{minutes, number}} min by itself.',
    asks_one: 'A person says go once.',
    asks_other: 'A person says go {{count}} times.',
    steps: 'Steps of the canary',
    kindOf: 'Kind of step {{number, number}}',
    weightOf: 'Percent to the new version in step {{number, number}}',
    waitOf: 'How long step {{number, number}} waits',
    remove: 'Remove step {{number, number}}',
    add: 'Add a step',
    kind: {
      weight: 'Weight, %',
      wait: 'Wait',
      person: 'Wait for a person',
      analysis: 'Analysis',
    },
    about: {
      person: 'goes on when somebody promotes it',
      analysis: 'goes on when the metrics are good',
    },
  },
  analysis: {
    title: 'What decides whether it is good',
    hint: 'measured by Prometheus on the canary',
    use: 'Measure the new version and abort it when it is worse than this',
    successRate: 'Success rate, at least',
    latency: 'p95 latency, at most, ms',
    count: 'Measurements',
    misses: 'Misses allowed',
  },
  repository: {
    title: 'Repository',
    host: 'Git host',
    owner: 'Organisation',
    name: 'Name',
    warnings: 'Warnings to accept',
    noWarnings: 'No rule warns.',
    errorsFirst:
      '{{total, number}} errors must be mended first; nothing can be created with them.',
    accept: '{{id}}: {{message}}',
  },
  validation: {
    name: 'A service needs a name.',
    owner: 'A service needs an owner.',
    errors:
      'This cannot be created yet: {{ids}}. The panel beside the form says why, and the way out.',
    warnings: 'Accept or mend these warnings first: {{ids}}.',
  },
} as const;
