import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a step that waits for a person everywhere',
    answers: { delivery: { steps: [{ setWeight: 20 }, { pause: {} }] } },
    expect: 'warning',
    says: /Step 2 of Rollout orders waits until a person promotes it/,
    path: 'delivery.steps.1',
  },
  {
    title: 'a switch that waits for a person in dev, by hand',
    answers: { delivery: { strategy: 'blueGreen' } },
    edit: files =>
      editYaml(files, 'deploy/overlays/dev/patch-strategy.yaml', patch => {
        patch.length = 0;
        patch.push({
          op: 'replace',
          path: '/spec/strategy/blueGreen/autoPromotionEnabled',
          value: false,
        });
      }),
    expect: 'warning',
    says: /The switch of Rollout orders waits/,
  },
  {
    title: 'blue/green without a time, as it is generated',
    answers: { delivery: { strategy: 'blueGreen' } },
    expect: 'resolved',
    says: /in dev and stage the new version takes over by itself after 10 minutes/,
  },
];
