import { editYaml, type RuleFixture } from '../fixture';

const MERGE_PATCH = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: orders
spec:
  revisionHistoryLimit: 5
`;

export const fixtures: RuleFixture[] = [
  {
    title: 'a strategic-merge patch in a file',
    edit: files => {
      files.set('deploy/overlays/prod/patch-history.yaml', MERGE_PATCH);
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.patches.push({ path: 'patch-history.yaml' });
      });
    },
    expect: 'error',
    says: /A strategic-merge patch changes a Rollout/,
    path: 'deploy/overlays/prod/kustomization.yaml',
  },
  {
    title: 'the same, inline',
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.patches.push({ patch: MERGE_PATCH });
      }),
    expect: 'error',
    says: /A strategic-merge patch changes a Rollout/,
  },
];
