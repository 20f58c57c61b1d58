/** Words of page 2: what the service keeps. */
export const createDataMessages = {
  data: {
    title: 'What it keeps',
    storage: 'Storage per environment',
    class: 'Storage class',
    size: 'Size, GiB',
    copies: 'Copies over power domains',
    domainsUnknown:
      '{{copies, number}} copies; the storage system did not say where they fit',
    notAsked:
      '{{why}} Domains and room in {{environment}} are not checked here.',
    tooFewDomains:
      '{{copies, number}} copies need {{copies, number}} power domains; there are {{domains, number}}',
    enoughDomains: '{{copies, number}} copies, each in a domain of its own',
    largest: 'at most {{size}} per claim',
    largestUnknown: 'how large a claim may be, the storage system does not say',
    more: 'More about the files',
    database: 'Name of the database',
    databaseDefault: 'like the service',
    databaseHint: 'Like the service, with underscores, when left empty.',
    access: 'Who may write',
    accessMode: {
      ReadWriteOnce: 'pods of one node at a time',
      ReadWriteOncePod: 'one pod at a time',
      ReadWriteMany: 'pods of several nodes',
    },
    mountPath: 'Folder in the pod',
    furtherClaims: 'Further volumes of each pod',
    claims_one: 'one volume per pod',
    claims_other: '{{count}} volumes per pod',
    ofClaim: '{{what}} of further volume {{number, number}}',
    claim: {
      name: 'Name',
      path: 'Folder',
      size: 'Size in GiB',
      class: 'Storage class',
    },
    sameClass: "the environment's class",
    removeClaim: 'Remove further volume {{number, number}}',
    addClaim: 'Add a volume',
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
    scratch: {
      title: 'Room for a while',
      words: 'A volume per pod that goes with it: caches, sorting, uploads.',
    },
    sharedFiles: {
      title: 'Files shared by all pods',
      words:
        'One volume for all. Works only on classes that several nodes may mount.',
    },
  },
  snapshots: {
    title: 'Snapshots',
    none: 'none',
    some: '{{when}}, {{keep, number}} are kept',
    use: 'Take snapshots of every volume by a schedule',
    schedule: 'Schedule of the snapshots',
    keep: 'How many are kept',
  },
} as const;
