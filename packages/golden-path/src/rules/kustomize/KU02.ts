import { at, listAt } from '../kube';
import { error, type Rule, type Subject } from '../rule';
import { kustomizationsOf } from './kustomizations';

/** A generated ConfigMap is renamed by its content; kustomize must be told where a Rollout names it. */
export const KU02: Rule = {
  id: 'KU02',
  title: 'Generators beside a Rollout come with our configurations',
  *check(subject) {
    const kustomizations = kustomizationsOf(subject);
    const generating = kustomizations.filter(({ value }) => renames(value));
    if (generating.length === 0) return;
    const isConfigured = kustomizations.some(({ value, folder }) =>
      listAt(value, 'configurations').some(file =>
        subject
          .documents(`${folder}/${file}`)
          .some(configuration =>
            listAt(configuration, 'nameReference').some(reference =>
              listAt(reference, 'fieldSpecs').some(
                spec => at(spec, 'kind') === 'Rollout',
              ),
            ),
          ),
      ),
    );
    if (isConfigured || !hasRollout(subject)) return;
    yield error({
      path: generating[0]?.path ?? 'deploy/base/kustomization.yaml',
      message:
        'A ConfigMap or Secret is generated with a hash on its name, and kustomize is not told that a Rollout refers to it: the pods would mount an object that does not exist.',
      fix: 'List kustomizeconfig/golden-path.yaml under configurations: in deploy/base/kustomization.yaml.',
    });
  },
};

function hasRollout({ files }: Subject): boolean {
  return [...files].some(
    ([path, text]) =>
      /\.ya?ml$/.test(path) && /^kind:\s*["']?Rollout\b/m.test(text),
  );
}

/** Whether something is generated with a hash on its name. */
function renames(kustomization: unknown): boolean {
  const never = at(kustomization, 'generatorOptions', 'disableNameSuffixHash');
  return ['configMapGenerator', 'secretGenerator']
    .flatMap(field => listAt(kustomization, field))
    .some(
      each => (at(each, 'options', 'disableNameSuffixHash') ?? never) !== true,
    );
}
