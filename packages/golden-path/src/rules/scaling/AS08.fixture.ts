import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

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
];
