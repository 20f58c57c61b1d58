import { parseAllDocuments } from 'yaml';
import { at, listAt } from '../kube';
import { error, type Rule, type Subject } from '../rule';
import { type Kustomization, kustomizationsOf } from './kustomizations';

const CUSTOM_KINDS = ['Rollout', 'ScaledObject'];

/** kustomize knows no schema of these kinds, so a strategic merge replaces whole lists: containers vanish silently. */
export const KU01: Rule = {
  id: 'KU01',
  title: 'Rollouts and ScaledObjects are patched by JSON6902 only',
  *check(subject) {
    for (const kustomization of kustomizationsOf(subject)) {
      for (const patch of listAt(kustomization.value, 'patches')) {
        for (const document of documentsOf(patch, kustomization, subject)) {
          if (Array.isArray(document)) continue;
          const kind = at(document, 'kind') ?? at(patch, 'target', 'kind');
          if (!CUSTOM_KINDS.includes(String(kind))) continue;
          yield error({
            path: kustomization.path,
            message: `A strategic-merge patch changes a ${kind}. kustomize does not know the kind's lists and replaces them whole: image, ports and other containers would silently vanish.`,
            fix: 'Write it as a JSON6902 patch: a list of { op, path, value }.',
          });
        }
      }
    }
  },
};

function documentsOf(
  patch: unknown,
  { folder }: Kustomization,
  subject: Subject,
): readonly unknown[] {
  const path = at(patch, 'path');
  if (typeof path === 'string') return subject.documents(`${folder}/${path}`);
  const text = at(patch, 'patch');
  return typeof text === 'string'
    ? parseAllDocuments(text, { version: '1.1' }).map(document =>
        document.toJS(),
      )
    : [];
}
