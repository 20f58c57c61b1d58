import { createDataMessages } from './createData';
import { createDeliveryMessages } from './createDelivery';
import { createPoolMessages } from './createPool';
import { createProofMessages } from './createProof';
import { createRuntimeMessages } from './createRuntime';

/** Words of the form that creates a service. */
export const createMessages = {
  loading: 'Loading what the platform offers',
  platform: 'what the platform offers',
  durationHint: 'like 90s, 5m or 1h',
  severity: { error: 'Error', warning: 'Warning', info: 'Note' },
  ...createProofMessages,
  fit: {
    environment: 'Fits',
    peak: 'At most',
    now: 'Room now',
    afterLoss: 'If a node dies',
    disks: 'Disks',
    pods_one: '{{count}} pod',
    pods_other: '{{count}} pods',
    none: 'no pods',
    unknown: 'unknown',
  },
  identity: {
    title: 'Name and owner',
    name: 'Name',
    nameHint:
      'Small letters, digits and dashes, at most 40. Repository, namespaces and objects are named after it.',
    free: 'No component that you can see in the catalog is called that.',
    taken:
      'A component {{name}} is in the catalog already. Choose another name, or open that service to see whether it is what you need.',
    unasked: 'The catalog did not say whether the name is taken.',
    unused: 'Nothing runs or is kept under this name in {{where}}.',
    inUse:
      'Something runs or is kept under this name already, in {{where}}. Unless that is an earlier try of this service, choose another name: Argo CD would take over what is called the same.',
    usedPlace: '{{namespace}} on {{cluster}}',
    useUnasked:
      'The clusters could not be asked whether the name is in use ({{why}}).',
    useUnknown:
      'Whether the name is in use in {{where}} is not known: {{why}}.',
    owner: 'Owner',
    system: 'System',
    description: 'Description',
    descriptionHint: 'What it does, in a sentence.',
  },
  schedule: {
    fields:
      'Five fields: minute, hour, day of the month, month, day of the week. "0 3 * * *" is every night at three.',
    next: 'Next: {{runs}}',
    never: 'It never comes: no day is like that.',
    zone: '{{timeZone}} is not a time zone that this browser knows.',
  },
  ...createRuntimeMessages,
  ...createDataMessages,
  ...createDeliveryMessages,
  ...createPoolMessages,
  environments: {
    title: 'Environments',
    required: 'Required',
    choice: '{{name}}, on the cluster {{clusters}}',
  },
  repository: {
    title: 'Repository',
    host: 'Git host',
    owner: 'Organisation',
    name: 'Name',
    branchHint:
      'What is made follows its default branch, for which the Git host is asked. The files beside show main.',
    warnings: 'Warnings to accept',
    noWarnings: 'No rule warns.',
    errorsFirst:
      '{{total, number}} errors must be mended first; nothing can be created with them.',
    accept: '{{id}}: {{message}}',
  },
  packaging: {
    title: 'How environments differ',
    kustomize: {
      title: 'Kustomize',
      words: 'An overlay per environment holds what differs from the base.',
    },
    helm: {
      title: 'Helm',
      words: 'A chart, and a file of values per environment.',
    },
  },
  validation: {
    name: 'A service needs a name.',
    owner: 'A service needs an owner.',
    taken:
      'A component {{name}} is in the catalog already. Choose another name.',
    environments: 'Choose at least one environment.',
    page: 'Mend this page first: {{ids}}. The panel beside the form says why, and the way out.',
    errors:
      'This cannot be created yet: {{ids}}. The panel beside the form says why, and the way out.',
    warnings: 'Accept or mend these warnings first: {{ids}}.',
  },
} as const;
