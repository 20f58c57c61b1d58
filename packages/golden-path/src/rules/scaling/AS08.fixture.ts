import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const inProd = (replicas: number) =>
  environments().map(environment =>
    environment.name === 'prod' ? { ...environment, replicas } : environment,
  );

export const fixtures: RuleFixture[] = [
  {
    title: 'no replica in production',
    answers: { environments: inProd(0) },
    expect: 'error',
    says: /With 0 replicas nothing runs in prod/,
    path: 'environments.prod.replicas',
  },
  {
    title: 'one replica in production',
    answers: { environments: inProd(1) },
    expect: 'error',
    says: /every drain, update or loss of its node/,
    path: 'environments.prod.replicas',
  },
  {
    title: 'one replica at least in production',
    answers: { environments: inProd(1), scaling: { kind: 'hpa' } },
    expect: 'error',
    says: /With at least 1 replica in prod/,
    path: 'environments.prod.replicas',
  },
  {
    title: 'fewer replicas than power domains of the spread',
    answers: { environments: inProd(2) },
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.template.spec.topologySpreadConstraints[0].minDomains = 3;
      }),
    expect: 'error',
    says: /With 2 replicas in prod, and a spread over at least 3 power domains \(minDomains\), 1 of these has no pod/,
    path: 'environments.prod.replicas',
  },
];
