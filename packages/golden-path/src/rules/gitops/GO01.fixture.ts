import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a project that may deploy anywhere',
    edit: files =>
      editYaml(files, 'argocd/project.yaml', object => {
        object.spec.destinations = [{ server: '*', namespace: '*' }];
      }),
    expect: 'error',
    says: /AppProject orders allows the destination \*/,
  },
  {
    title: 'applications in the project of everybody',
    edit: files =>
      editYaml(files, 'argocd/applicationset.yaml', object => {
        object.spec.template.spec.project = 'default';
      }),
    expect: 'error',
    says: /ApplicationSet orders is in the project "default"/,
  },
];
