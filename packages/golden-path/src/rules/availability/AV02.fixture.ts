import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const answers = {
  environments: environments().map(environment =>
    environment.name === 'dev' ? { ...environment, replicas: 1 } : environment,
  ),
};

export const fixtures: RuleFixture[] = [
  {
    title: 'one replica in dev, as it is generated',
    answers,
    expect: 'resolved',
    says: /dev has one replica, so it gets no disruption budget/,
  },
  {
    title: 'a budget added for the one replica',
    answers,
    edit: files =>
      editYaml(files, 'deploy/overlays/dev/kustomization.yaml', value => {
        value.components = ['../../components/disruption-budget'];
      }),
    expect: 'warning',
    says: /guards one pod in dev/,
  },
];
