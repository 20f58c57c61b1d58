import { LABELS } from '../../constants';
import { at, listAt, ofKind } from '../kube';
import { error, resolved, type Rule, type Subject } from '../rule';

const CREATE = 'CreateNamespace=true';

/** Two owners of a namespace take each other's labels away, and with them the Pod Security Standard. */
export const GO02: Rule = {
  id: 'GO02',
  title: 'Argo CD alone owns the namespace',
  *check(subject) {
    const policies = syncPoliciesOf(subject);
    const creating = policies.filter(({ policy }) =>
      listAt(policy, 'syncOptions').includes(CREATE),
    );
    if (creating.length === 0) return;
    for (const environment of subject.environments) {
      for (const { metadata } of ofKind(environment, 'Namespace')) {
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `The overlay of ${environment.environment} holds the Namespace ${metadata.name}, and Argo CD makes it too (${CREATE}): each takes away the labels of the other.`,
          fix: 'Remove it from the overlay; its labels belong to managedNamespaceMetadata in argocd/applicationset.yaml.',
          environments: [environment.environment],
        });
      }
    }
    for (const { path, policy } of creating) {
      const standard = at(
        policy,
        'managedNamespaceMetadata',
        'labels',
        LABELS.podSecurity,
      );
      if (standard === 'restricted') continue;
      yield error({
        path,
        message: `Argo CD makes the namespaces without the label ${LABELS.podSecurity}: restricted, so pods with the rights of their node would be admitted.`,
        fix: `Write ${LABELS.podSecurity}: restricted into managedNamespaceMetadata.labels.`,
      });
    }
    yield resolved(
      'Argo CD makes each namespace and is its only owner; the Pod Security Standard "restricted" comes with it.',
    );
  },
};

/** How the Applications of the repository are synced, and where that is written. */
function syncPoliciesOf(
  subject: Subject,
): { readonly path: string; readonly policy: unknown }[] {
  return [...subject.files.keys()]
    .filter(path => path.startsWith('argocd/'))
    .flatMap(path =>
      subject.documents(path).flatMap(document => {
        const spec =
          at(document, 'kind') === 'ApplicationSet'
            ? at(document, 'spec', 'template', 'spec')
            : at(document, 'spec');
        const policy = at(spec, 'syncPolicy');
        return policy === undefined ? [] : [{ path, policy }];
      }),
    );
}
