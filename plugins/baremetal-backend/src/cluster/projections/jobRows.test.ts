import { createInterner, type KubeObject } from '@baremetal/kube-watch';
import type { RowKind } from '@baremetal/backstage-plugin-baremetal-common';
import { WATCHED } from '../watchedResources';

const intern = createInterner();

function project<K extends RowKind>(kind: K, object: object) {
  return WATCHED[kind].project(object as KubeObject, intern);
}

const labels = { 'backstage.io/kubernetes-id': 'settlement' };
const IMAGE = 'registry.example/shop/settlement:1.1.0';
const template = {
  metadata: { labels: { ...labels, app: 'settlement' } },
  spec: {
    nodeSelector: { pool: 'compute' },
    containers: [
      {
        name: 'app',
        image: IMAGE,
        env: [{ name: 'TOKEN', value: 'hush-hush' }],
        resources: { requests: { cpu: '250m', memory: '256Mi' } },
      },
    ],
  },
};

it('keeps of a cron job what says when it runs, and what it would need', () => {
  const row = project('cronJobs', {
    metadata: {
      uid: 'u-1',
      name: 'settlement',
      namespace: 'settlement-prod',
      creationTimestamp: '2026-10-01T09:00:00Z',
      labels,
      managedFields: [
        { manager: 'argocd', time: '2026-10-01T09:00:00Z' },
        { manager: 'kubectl', time: '2026-11-20T10:00:00Z' },
        {
          manager: 'kube-controller-manager',
          time: '2026-11-22T02:30:00Z',
          subresource: 'status',
        },
      ],
    },
    spec: {
      schedule: '30 2 * * *',
      timeZone: 'Europe/Berlin',
      suspend: true,
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { template } },
    },
    status: {
      lastScheduleTime: '2026-11-22T02:30:00Z',
      lastSuccessfulTime: '2026-11-22T02:30:41Z',
    },
  });
  expect(row).toEqual({
    uid: 'u-1',
    name: 'settlement',
    namespace: 'settlement-prod',
    createdAt: '2026-10-01T09:00:00Z',
    kubernetesId: 'settlement',
    deleting: false,
    owner: undefined,
    schedule: '30 2 * * *',
    timeZone: 'Europe/Berlin',
    suspended: true,
    changedAt: '2026-11-20T10:00:00Z',
    lastScheduleAt: '2026-11-22T02:30:00Z',
    lastSuccessAt: '2026-11-22T02:30:41Z',
    images: [{ container: 'app', image: IMAGE }],
    pod: {
      labels: { ...labels, app: 'settlement' },
      request: {
        amounts: { cpu: 250, memory: 256 * 2 ** 20 },
        certainty: 'exact',
      },
      terms: expect.objectContaining({ nodeSelector: { pool: 'compute' } }),
    },
  });
  expect(JSON.stringify(row)).not.toMatch(/hush-hush|managedFields/);
});

it('takes a cron job with the least that the API asks for', () => {
  expect(
    project('cronJobs', {
      metadata: { uid: 'u-2', name: 'least', namespace: 'x' },
      spec: { schedule: '@daily', timeZone: null },
    }),
  ).toMatchObject({
    schedule: '@daily',
    suspended: false,
    images: [],
    timeZone: undefined,
    changedAt: undefined,
    lastScheduleAt: undefined,
  });
});

it('keeps of a run how it began and ended, and who started it', () => {
  expect(
    project('jobs', {
      metadata: {
        uid: 'u-3',
        name: 'settlement-1',
        namespace: 'settlement-prod',
        annotations: { 'cronjob.kubernetes.io/instantiate': 'manual' },
        ownerReferences: [
          { uid: 'u-1', kind: 'CronJob', name: 'settlement', controller: true },
        ],
      },
      spec: { activeDeadlineSeconds: 1800, template },
      status: {
        startTime: '2026-11-22T02:30:00Z',
        failed: 2,
        conditions: [
          {
            type: 'Failed',
            status: 'True',
            reason: 'DeadlineExceeded',
            lastTransitionTime: '2026-11-22T03:00:00Z',
          },
        ],
      },
    }),
  ).toMatchObject({
    owner: { uid: 'u-1', kind: 'CronJob', name: 'settlement' },
    startedAt: '2026-11-22T02:30:00Z',
    completedAt: undefined,
    byHand: true,
    active: 0,
    failed: 2,
    retries: 6,
    deadlineSeconds: 1800,
    images: [{ container: 'app', image: IMAGE }],
    conditions: [
      {
        type: 'Failed',
        status: 'True',
        reason: 'DeadlineExceeded',
        lastTransitionAt: '2026-11-22T03:00:00Z',
      },
    ],
  });
});
