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
