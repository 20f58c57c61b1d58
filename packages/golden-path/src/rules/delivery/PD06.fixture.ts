import { editYaml, type RuleFixture } from '../fixture';

const withSteps = (steps: unknown[]) => (files: Map<string, string>) =>
  editYaml(files, 'deploy/base/rollout.yaml', object => {
    object.spec.strategy.canary.steps = steps;
  });

export const fixtures: RuleFixture[] = [
  {
    title: 'a step of two kinds',
    edit: withSteps([{ setWeight: 20, pause: {} }]),
    expect: 'error',
    says: /Step 1 of Rollout orders is setWeight and pause at once/,
    refused: { by: 'rollouts', says: /steps\[0\].*Step must have one of/ },
    path: 'delivery.steps.0',
  },
  {
    title: 'a step of no kind',
    edit: withSteps([{ setWeight: 20 }, {}]),
    expect: 'error',
    says: /Step 2 of Rollout orders says nothing to do/,
    refused: { by: 'rollouts', says: /steps\[1\].*Step must have one of/ },
  },
  {
    title: 'more than everything',
    edit: withSteps([{ setWeight: 140 }]),
    expect: 'error',
    says: /sets the weight 140/,
    refused: {
      by: 'rollouts',
      says: /SetWeight needs to be between 0 and 100/,
    },
  },
];
