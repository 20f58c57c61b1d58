import { answerAt, changeAnswers } from './changeAnswers';

const ANSWERS = {
  name: 'orders',
  exposure: { kind: 'ingressNginx', className: 'nginx' },
  environments: [
    { name: 'dev', replicas: 1, hostname: 'orders.example.com' },
    { name: 'prod', replicas: 1 },
  ],
};

describe('changeAnswers', () => {
  it.each([
    [
      'an environment by its name',
      [{ path: 'environments.prod.replicas', value: 2 }],
      {
        ...ANSWERS,
        environments: [ANSWERS.environments[0], { name: 'prod', replicas: 2 }],
      },
    ],
    [
      'an environment without a name by its number',
      [{ path: 'environments.1.replicas', value: 3 }],
      {
        ...ANSWERS,
        environments: [ANSWERS.environments[0], { name: 'prod', replicas: 3 }],
      },
    ],
    [
      'what is left out',
      [{ path: 'environments.dev.hostname' }],
      {
        ...ANSWERS,
        environments: [{ name: 'dev', replicas: 1 }, ANSWERS.environments[1]],
      },
    ],
    [
      'what is not there yet, with what leads to it',
      [{ path: 'delivery.analysis.count', value: 5 }],
      { ...ANSWERS, delivery: { analysis: { count: 5 } } },
    ],
    [
      'one after the other',
      [{ path: 'exposure' }, { path: 'exposure.kind', value: 'gatewayApi' }],
      { ...ANSWERS, exposure: { kind: 'gatewayApi' } },
    ],
  ])('changes %s', (_, changes, expected) => {
    expect(changeAnswers(ANSWERS, changes)).toEqual(expected);
  });

  it('leaves the answers that it was given as they are', () => {
    const before = JSON.stringify(ANSWERS);
    changeAnswers(ANSWERS, [{ path: 'environments.dev.replicas', value: 9 }]);
    expect(JSON.stringify(ANSWERS)).toBe(before);
  });
});

describe('answerAt', () => {
  it.each([
    ['name', 'orders'],
    ['environments.prod.replicas', 1],
    ['environments.0.hostname', 'orders.example.com'],
    ['environments.prod.hostname', undefined],
    ['owner.name', undefined],
    // A group of answers that happens to be called so is not the answer.
    ['nginx', undefined],
  ])('finds %s', (path, answer) => {
    expect(answerAt({ ...ANSWERS, repo: { name: 'nginx' } }, path)).toBe(
      answer,
    );
  });
});
