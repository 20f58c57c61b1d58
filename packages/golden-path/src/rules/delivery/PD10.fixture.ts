import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'an argument that nobody gives',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        const step = object.spec.strategy.canary.steps.find(
          (one: any) => one.analysis,
        );
        step.analysis.args.pop();
      }),
    expect: 'error',
    says: /asks for the argument namespace, and the Rollout does not give it/,
    refused: { by: 'rollouts', says: /args\.namespace was not resolved/ },
  },
  {
    title: 'a query of its own about something that is no argument',
    answers: {
      delivery: {
        steps: [{ setWeight: 20 }, { analysis: true }],
        analysis: {
          custom: {
            query: 'sum(orders_open{team="{{args.team}}"})',
            limit: 5,
            goodIs: 'below',
          },
        },
      },
    },
    expect: 'error',
    says: /names \{\{args\.team\}\}, which is no argument/,
    refused: { by: 'rollouts', says: /failed to resolve \{\{args\.team\}\}/ },
    path: 'delivery.analysis.custom.query',
  },
];
