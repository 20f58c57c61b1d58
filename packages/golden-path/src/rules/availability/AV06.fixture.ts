import { editYaml, type RuleFixture } from '../fixture';

const STEPS = [{ setWeight: 20 }, { pause: {} }];

export const fixtures: RuleFixture[] = [
  {
    title: 'no time to prove itself, answered',
    answers: { delivery: { steps: STEPS, minReadySeconds: 0 } },
    expect: 'resolved',
    says: /in production it becomes 10/,
  },
  {
    title: 'the same, taken out of prod by hand',
    answers: { delivery: { steps: STEPS, minReadySeconds: 0 } },
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/patch-workload.yaml', patch => {
        patch.splice(
          patch.findIndex((step: any) => step.path === '/spec/minReadySeconds'),
          1,
        );
      }),
    expect: 'error',
    says: /minReadySeconds is 0/,
  },
];
