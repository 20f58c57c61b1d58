/** Words that more than one page says. */
export const sharedMessages = {
  simulated: 'Simulated platform',
  action: {
    retry: 'Try again',
    opensNewTab: 'opens another site in a new tab',
    close: 'Close',
    cancel: 'Cancel',
  },
  state: {
    loading: 'Loading {{what}}',
    stale:
      'Not up to date: the last try to renew this failed ({{why}}). Below is what was known before.',
  },
  failure: {
    denied: 'You may not see {{what}}. Its owner or the platform team can.',
    missing: 'There is nothing to show: {{what}} could not be found.',
    moved: 'It moved since you looked. Try again to see it as it is now.',
    signedOut: 'You are signed out. Sign in again to see {{what}}.',
    offline: 'The backend cannot be reached, so {{what}} is not known.',
    server: 'The backend could not answer, so {{what}} is not known.',
  },
  remedy: {
    unreachable:
      'The platform team sees to the cluster or the network; this page looks again by itself.',
    unauthenticated:
      'The platform team renews the token with which this cluster is read.',
    forbidden:
      'The platform team lets the reading account list this kind: re-apply deploy/rbac/reader.yaml on this cluster.',
    notInstalled: 'Nothing is broken: this cluster does not have it.',
    notConnected:
      'The platform team gives its address in the configuration (baremetal.clusters).',
    timedOut: 'It answers too slowly; this page looks again by itself.',
    unexpected: 'The platform team finds more in the log of the backend.',
  },
  schedule: {
    other: '{{schedule}}, {{zone}}',
    everyMinutes: 'every {{minutes, number}} minutes',
    everyMinute: 'every minute',
    hourly: 'every hour, at minute {{minute, number}}',
    daily: 'every day at {{at}} {{zone}}',
    workdays: 'Monday to Friday at {{at}} {{zone}}',
    weekly: 'every {{weekday}} at {{at}} {{zone}}',
    monthly: 'on day {{day, number}} of every month at {{at}} {{zone}}',
    clusterTime: 'cluster time',
  },
  age: {
    ago: '{{ago}} ago',
    since: 'since {{at}}, {{span}}',
    lost: 'last seen {{at}}, {{ago}} ago: {{why}}',
  },
  tone: {
    ok: 'good',
    busy: 'moves by itself',
    wait: 'waits',
    warn: 'warning',
    bad: 'bad',
    unknown: 'not known',
  },
  gateState: {
    passed: 'passed',
    warning: 'warning',
    failed: 'failed',
    pending: 'checking',
    person: 'waits for a person',
    unknown: 'not known yet',
  },
  diff: {
    label: 'Changed lines of {{path}}',
    added: 'added',
    removed: 'removed',
    reformatted:
      'This file could not be changed in place; it is written anew, so its layout changes too.',
  },
} as const;
