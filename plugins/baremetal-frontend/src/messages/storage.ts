/** Words of the storage tab. */
export const storageMessages = {
  what: 'the storage of this service',
  empty: {
    title: 'This service keeps no data.',
    detail:
      'No claim with its label was found in any environment. A store beside a service is chosen when it is created.',
  },
  noVolume: 'No volume here.',
  claim: {
    usedBy: 'used by {{pods}}',
    unused: 'used by no pod',
    size: '{{size}} on {{storageClass}}',
    noSize: 'size not known',
    noClass: 'no class',
    written: '{{size}} written',
  },
  votes:
    '{{have}} of {{of}} votes: more than half are needed to go on writing.',
  replica: {
    inUse: 'In use',
    copy: 'Copy',
    tieBreaker: 'Tie-breaker',
    client: 'Reads over the network',
    noDomain: 'no domain',
    label: '{{node}} in {{domain}}: {{role}}, {{state}}',
  },
  link: {
    inSync: 'in sync',
    connected: 'connected',
    broken: 'not connected',
  },
  map: 'Copies of {{claim}}',
  whatIf: {
    title: 'What if',
    aside: '{{claim}} in {{environment}}, as it stands now',
    volume: 'Volume',
    choose: 'If this goes',
    data: 'Data',
    service: 'Service',
    then: 'Then',
    all: 'All cases',
  },
  table: {
    title: 'Copies',
    aside: 'the map as a table',
    environment: 'Env',
    claim: 'Claim',
    node: 'Node',
    domain: 'Domain',
    role: 'Role',
    data: 'Data',
    connected: 'Connected',
    toPeers: 'to {{to}} of {{of}}',
    notSaid: 'not said',
    seen: 'Seen',
    raw: 'In the words of the storage system: {{raw}}',
  },
} as const;
