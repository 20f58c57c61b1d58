import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { parse, stringify } from 'yaml';
import type { ServiceAnswers } from '../spec/serviceSpec';

/** A situation that one rule has something to say about, and no other rule refuses. */
export interface RuleFixture {
  readonly title: string;
  /** Answers that differ from good ones. */
  readonly answers?: Partial<ServiceAnswers>;
  readonly platform?: Partial<PlatformFacts>;
  readonly live?: FitAnswer;
  /** What somebody did to the repository afterwards. */
  readonly edit?: (files: Map<string, string>) => void;
  readonly expect: 'error' | 'warning' | 'info' | 'resolved';
  /** Part of what is said, so that a rule cannot be right for a wrong reason. */
  readonly says: RegExp;
  /** Path of the finding, where it matters that a form can show it beside its field. */
  readonly path?: string;
  /** What else refuses it, where the rule only says earlier what would fail later. Absent: only we do. */
  readonly refused?: Refused;
}

/** What reads the files: two programs, the API server with its admission, and the controller of Rollouts. */
export type Refuser = 'kustomize' | 'helm' | 'apiServer' | 'rollouts';

/** A refusal by what reads the files. `./dev conformance refusals` proves it. */
export interface Refused {
  readonly by: Refuser;
  /** In its words, so that it is not refused for another reason. */
  readonly says: RegExp;
  /** Only as a change of what was made from the answers in the lock file. */
  readonly isChange?: true;
}

/** Changes a YAML file of one document. */
export function editYaml(
  files: Map<string, string>,
  path: string,
  change: (value: any) => void,
): void {
  const text = files.get(path);
  if (text === undefined) throw new Error(`the fixture has no file ${path}`);
  const value = parse(text);
  change(value);
  files.set(path, stringify(value, { version: '1.1' }));
}

/** Adds a manifest to the base. */
export function addToBase(
  files: Map<string, string>,
  name: string,
  manifest: unknown,
): void {
  files.set(`deploy/base/${name}`, stringify(manifest, { version: '1.1' }));
  editYaml(files, 'deploy/base/kustomization.yaml', value => {
    value.resources.push(name);
  });
}

const LABELS = {
  'app.kubernetes.io/name': 'worker',
  'backstage.io/kubernetes-id': 'orders',
};

/** A Deployment that no rule refuses, to be changed. */
export function goodDeployment(change: {
  replicas: number;
  claimName: string;
}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'worker', labels: LABELS },
    spec: {
      replicas: change.replicas,
      minReadySeconds: 10,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'worker' } },
      template: {
        metadata: { labels: LABELS },
        spec: {
          securityContext: {
            runAsNonRoot: true,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'worker',
              image: 'registry.example/shop/worker:1.0.0',
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
              },
            },
          ],
          volumes: [
            {
              name: 'data',
              persistentVolumeClaim: { claimName: change.claimName },
            },
          ],
        },
      },
    },
  };
}

/** A claim that no rule refuses. */
export function goodClaim(name: string) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
      },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'lvm-thin',
      resources: { requests: { storage: '1Gi' } },
    },
  };
}
