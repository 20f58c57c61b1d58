/** Words of page 3. */
export const createDeliveryMessages = {
  delivery: {
    title: 'How a new version arrives',
    first: 'the very first deployment goes straight to 100 %',
    strategy: 'Strategy',
    only: {
      Rollout: 'by steps',
      Deployment: 'pod by pod: there are no requests to divide by weight',
      StatefulSet: 'pod by pod: each pod has a volume of its own',
      CronJob: 'with the next run; a run that has begun ends with its version',
    },
    person: 'person',
    analysis: 'analysis',
    takes: 'About {{minutes, number}} min by itself.',
    asks_one: 'A person says go once.',
    asks_other: 'A person says go {{count}} times.',
    peak: 'At most {{peak, number}} pods at once in {{environment}}, {{replicas, number}} when it is done.',
    podsIn: 'Pods of both versions in {{environment}}',
    podSplit: '{{next, number}} new, {{stable, number}} old',
    ladders: 'Begin with steps that are',
    ladder: {
      careful: 'careful: 5, 20, 50 %',
      usual: 'usual: 20, 50 %',
      quick: 'quick: 50 %',
    },
    shrink:
      'Let the old version shrink as the new one grows: fewer pods at once, a slower way back',
    steps: 'Steps of the canary',
    kindOf: 'Kind of step {{number, number}}',
    weightOf: 'Percent to the new version in step {{number, number}}',
    waitOf: 'How long step {{number, number}} waits',
    remove: 'Remove step {{number, number}}',
    up: 'Move step {{number, number}} up',
    down: 'Move step {{number, number}} down',
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
  strategy: {
    canary: {
      title: 'Canary',
      words: 'A growing share of the requests, watched at each step.',
    },
    blueGreen: {
      title: 'Blue/green',
      words: 'Whole beside the old one, then all requests at once.',
    },
    ab: {
      title: 'A/B',
      words: 'First only for callers with a header or a cookie.',
    },
    rolling: {
      title: 'Rolling',
      words: 'Pod by pod, as soon as each is ready, without measuring.',
    },
  },
  blueGreen: {
    bySelf: 'Switch by itself after a while; otherwise a person does',
    small: 'Keep the new version small until the switch',
    after: 'Seconds until the switch',
    previewReplicas: 'Pods until the switch',
    keep: 'Seconds the old version stays after it',
    keepHint: 'For that long the way back is immediate.',
  },
  ab: {
    by: 'Recognised by',
    ways: { header: 'a header', cookie: 'a cookie' },
    name: 'Its name',
    value: 'Its value',
    needsRouter:
      'Only a router can tell callers apart: choose below who reaches it.',
  },
  rolling: {
    surge: 'Pods added at a time',
    unavailable: 'Pods missing at a time',
    hint: 'a number, or a share like 25%',
  },
  analysis: {
    title: 'What decides whether it is good',
    hint: 'measured by Prometheus on the new version',
    use: 'Measure the new version and abort it when it is worse than this',
    successRate: 'Success rate, at least',
    latency: 'p95 latency, at most, ms',
    count: 'Measurements',
    misses: 'Misses allowed',
  },
  custom: {
    title: 'A query of your own',
    none: 'none',
    one: 'one, beside success rate and latency',
    use: 'Ask Prometheus one more question',
    query: 'Query',
    queryHint: '{{hash}} and {{namespace}} select the new version.',
    goodIs: 'Good is',
    side: { above: 'above the limit', below: 'below the limit' },
    limit: 'Limit',
  },
  exposure: {
    title: 'Who reaches it',
    hint: 'and through what',
    missing: 'The platform team has not set this up.',
    clusterOnly: {
      title: 'The cluster only',
      words: 'Other pods call it; a canary goes by its share of the pods.',
    },
    gatewayApi: {
      title: 'Gateway API',
      words: 'A route on the shared Gateway; weights are exact.',
    },
    cloudflareTunnel: {
      title: 'Cloudflare Tunnel',
      words: 'From the internet, without a public address of the cluster.',
    },
    ciliumLb: {
      title: 'Cilium load balancer',
      words: 'An address of its own; a canary goes by its share of the pods.',
    },
    ingressNginx: {
      title: 'ingress-nginx',
      words: 'An Ingress; weights are exact.',
      caution:
        'Retired in March 2026: nobody mends its security holes any more. Take the Gateway for a new service.',
    },
    tunnelEnd: 'The tunnel ends at',
    end: {
      gateway: 'the Gateway, which divides by weight',
      service: 'the service itself, without weights',
    },
    pool: 'Address pool',
    bgp: 'Announce the address to the routers by BGP',
    caddy: 'A Caddy before the cluster ends TLS and opens it anew towards it',
  },
  more: { title: 'More choices' },
  slo: {
    title: 'What it promises',
    promise: '{{share}} % of the requests succeed',
    availability: 'Share of requests that succeed',
    rps: 'Usual requests per second',
    rpsHint: 'Few requests make alarms by error rate untrue.',
    zeroDowntime: 'No moment without a pod that answers',
  },
  migration: {
    title: 'Change of the database',
    none: 'none',
    use: 'Run a command before each new version starts',
    command: 'Command',
    commandHint: 'One word on each line.',
    timeout: 'Given up after',
    expandContract:
      'The old version runs on the new schema too: columns are added first and taken away later',
  },
  sync: {
    title: 'Production',
    automated: {
      title: 'At once',
      words: 'What is merged is applied: the approval is the gate.',
    },
    manual: {
      title: 'By a person',
      words: 'Merged changes wait in Argo CD until somebody syncs them.',
    },
    window: {
      title: 'In a window',
      words: 'Merged changes wait until the window opens.',
    },
    opens: 'Opens',
    duration: 'Stays open for',
  },
} as const;
