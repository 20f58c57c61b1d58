import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'an overlay without the base',
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.resources = [];
        delete value.patches;
      }),
    expect: 'error',
    says: /The overlay of prod renders without Rollout orders/,
  },
  {
    title: 'a file that is listed and missing',
    edit: files => {
      files.delete('deploy/base/service.yaml');
    },
    expect: 'error',
    says: /The overlay of dev cannot be rendered/,
    refused: { by: 'kustomize', says: /service\.yaml/ },
  },
  {
    title: 'a chart without the workload',
    answers: { packaging: 'helm' },
    edit: files => {
      files.delete('deploy/chart/templates/rollout.yaml');
    },
    expect: 'error',
    says: /The overlay of dev renders without Rollout orders/,
    path: 'deploy/overlays/dev/values.yaml',
  },
  {
    title: 'values without a value',
    answers: { packaging: 'helm' },
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/values.yaml', value => {
        delete value.replicas;
      }),
    expect: 'error',
    says: /The overlay of prod cannot be rendered: says nothing for replicas/,
    refused: { by: 'helm', says: /missing property 'replicas'/ },
    path: 'deploy/overlays/prod/values.yaml',
  },
  {
    title: 'a tag that is a number',
    answers: { packaging: 'helm' },
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/values.yaml', value => {
        value.image.tag = 1.1;
      }),
    expect: 'error',
    says: /says 1.1 for image.tag, which should be of the type string/,
    refused: { by: 'helm', says: /got number, want string/ },
  },
  {
    title: 'no overlay at all',
    edit: files => {
      for (const path of [...files.keys()]) {
        if (path.startsWith('deploy/overlays/stage/')) files.delete(path);
      }
    },
    expect: 'error',
    says: /The overlay of stage cannot be rendered/,
  },
];
