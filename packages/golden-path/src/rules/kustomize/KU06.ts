import { at } from '../kube';
import { error, type Rule } from '../rule';

const KINDS = ['Job', 'CronJob'];

/** kustomize wants a name on every object. */
export const KU06: Rule = {
  id: 'KU06',
  title: 'Every Job has a fixed name',
  *check(subject) {
    for (const [path, text] of subject.files) {
      if (!/\.ya?ml$/.test(path) || !text.includes('generateName')) {
        continue;
      }
      for (const document of subject.documents(path)) {
        if (
          !KINDS.includes(String(at(document, 'kind'))) ||
          at(document, 'metadata', 'generateName') === undefined
        ) {
          continue;
        }
        yield error({
          path: `${path}#/metadata/generateName`,
          message:
            'A Job with generateName cannot be rendered: kustomize wants a name on every object.',
          fix: 'Give it a name, and argocd.argoproj.io/hook-delete-policy: BeforeHookCreation so that it can run again.',
        });
      }
    }
  },
};
