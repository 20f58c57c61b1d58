/** Names that several manifests, rules and edits share, spelled once. */

/** Version of what is generated; the lock file and the catalog entry carry it. */
export const GOLDEN_PATH_VERSION = '0.1.0';

export const LABELS = {
  name: 'app.kubernetes.io/name',
  component: 'app.kubernetes.io/component',
  partOf: 'app.kubernetes.io/part-of',
  /** On every Application, so that the catalog entry can select them. */
  entity: 'backstage.io/entity',
  environment: 'baremetal.dev/environment',
  podSecurity: 'pod-security.kubernetes.io/enforce',
  namespaceName: 'kubernetes.io/metadata.name',
  hostname: 'kubernetes.io/hostname',
  /** What the Rollouts controller puts on the pods of one revision. */
  rolloutHash: 'rollouts-pod-template-hash',
  deploymentHash: 'pod-template-hash',
  jobName: 'batch.kubernetes.io/job-name',
  statefulSetHash: 'controller-revision-hash',
} as const;

export const ARGO = {
  namespace: 'argocd',
  wave: 'argocd.argoproj.io/sync-wave',
  syncOptions: 'argocd.argoproj.io/sync-options',
  compareOptions: 'argocd.argoproj.io/compare-options',
  hook: 'argocd.argoproj.io/hook',
  hookDeletePolicy: 'argocd.argoproj.io/hook-delete-policy',
} as const;

/** Pruning or deleting an object with a claim waits until a person confirms it. */
export const GUARDED = 'Prune=confirm,Delete=confirm';

/**
 * Waves of a sync. The last one holds everything that may stay unready for long: nothing can wait behind a paused
 * canary or behind a claim that is bound only when its pod is placed.
 * A migration stands between: behind its settings and its store, before the pods of the new version.
 */
export const WAVES = {
  first: '-2',
  middle: '0',
  migration: '5',
  last: '10',
} as const;

export const BASE = 'deploy/base';
export const OVERLAYS = 'deploy/overlays';
export const BUDGET_COMPONENT = 'deploy/components/disruption-budget';
export const KUSTOMIZE_CONFIG = 'kustomizeconfig/golden-path.yaml';
export const LOCK_FILE = '.baremetal/golden-path.yaml';

/** Name of the container that runs the service itself. */
export const APP_CONTAINER = 'app';

export const STORE = {
  image: 'docker.io/library/postgres',
  tag: '17.6-bookworm',
  port: 5432,
  /** User and group `postgres` of the image. */
  uid: 999,
  mountPath: '/var/lib/postgresql/data',
  /** A fresh ext4 has `lost+found` at its root, and initdb wants an empty folder. */
  dataPath: '/var/lib/postgresql/data/pgdata',
} as const;

/** Runs the script that takes snapshots. */
export const SNAPSHOT_IMAGE = {
  image: 'docker.io/library/node',
  tag: '24.21.0-bookworm-slim',
  /** User and group `node` of the image. */
  uid: 1000,
} as const;

/** Carries dumps of the store to object storage. */
export const UPLOAD_IMAGE = {
  image: 'docker.io/rclone/rclone',
  tag: '1.71.0',
} as const;

/** Where the password of the store is mounted, in both pods. */
export const CREDENTIALS_PATH = '/var/run/secrets/database';
