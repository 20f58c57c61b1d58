/** Words of the form in which the platform team describes a pool of machines. */
export const createPoolMessages = {
  pool: {
    can: 'Can be proposed: {{errors}}, {{warnings}}',
    cannot: 'Cannot be proposed yet: {{errors}}, {{warnings}}',
    against: '{{total, number}} rules, against answers and machines',
    files: 'Files of the pull request',
    repository: 'To {{repository}}. Nothing is applied before it is merged.',
    machines: {
      known: 'it has machines in {{where}}',
      none: 'no machine of its class is known in {{where}}',
      unknown: 'whether it has machines in {{where}} is not known',
    },
    table: {
      environment: 'Machines in',
      machines: 'Number',
      domains: 'Domains',
      largest: 'Largest has',
      none: 'none yet',
      size: '{{cores, number}} cores, {{memory}}',
    },
    name: 'Name',
    classes: 'Storage classes',
    class: {
      nth: 'Storage class {{number, number}}',
      add: 'Add a storage class',
      remove: 'Remove storage class {{number, number}}',
      name: 'Name of the class',
      storagePool: 'Storage pool',
      storagePoolHint: 'As LINSTOR knows it.',
      copies: 'Copies',
      differentBy: 'Copies differ by',
      differentByHint: 'A label of the machines; the power domain when empty.',
      reclaim: 'When a claim is deleted',
      reclaims: {
        Delete: 'Its volume goes too',
        Retain: 'Its volume stays',
      },
      remoteAccess: 'Pods may use a copy over the network',
    },
    reserve: {
      title: 'Room that stays free',
      keep: 'Keep room for the pods of a machine that dies',
      nodes: 'On how many machines',
      cpu: 'CPU of each placeholder',
      cpuHint: 'That of the largest pod, for example 4.',
      memory: 'Memory of each placeholder',
      memoryHint: 'For example 8Gi.',
    },
    images: {
      title: 'Images that every machine has',
      list: 'Images, one on each line',
    },
    full: { title: 'When it is full', share: 'Share that is requested' },
  },
  hold: {
    open: '{{place}}: still to answer.',
    reason: '{{place}}: {{message}} {{fix}}',
    accept: 'Accept or mend {{id}}. {{reason}}',
  },
  pickers: {
    options: 'This template is wrong about {{field}}: {{problem}}.',
    className: 'Name of the class',
    classNameHint:
      'One of those above, or one whose machines are still to come.',
    noMachines:
      'No machine of the class {{name}} is known in {{where}}. What needs machines is not checked there.',
    noLabel:
      'Hardware class: {{name}} cannot be the value of a label. Use letters, digits, dots and dashes, at most 63.',
    noClass:
      'Hardware class: the platform has none called {{name}}. Choose one of {{known}}.',
    noMachinesIn:
      'Hardware class: no machine in {{where}} is of the class {{name}}. Choose another class, or wait for its machines.',
    noStorageClass:
      'Storage class: none that fits is called {{name}}. Choose one of {{known}}.',
    tooFewDomains:
      'Storage class: {{name}} keeps {{copies, number}} copies in different power domains, and {{environment}} has {{domains, number}}. Choose a class with fewer copies.',
    tooLarge:
      'Storage class: a claim of {{size}} finds no room on {{name}} in {{environment}}, where at most {{largest}} fit. Ask for less, or choose another class.',
    planOnly:
      'No cluster is asked about a plan: whether all pods fit is known when the service is.',
    notAsked:
      'The clusters could not be asked ({{why}}). Machines, domains and room are not checked here.',
  },
} as const;
