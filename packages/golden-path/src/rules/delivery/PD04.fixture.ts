import { editYaml, type RuleFixture } from '../fixture';

const withCanary = (fields: object) => (files: Map<string, string>) =>
  editYaml(files, 'deploy/base/rollout.yaml', rollout => {
    Object.assign(rollout.spec.strategy.canary, fields);
  });

export const fixtures: RuleFixture[] = [
  {
    title: 'a number of pods without a router',
    edit: withCanary({
      steps: [{ setCanaryScale: { replicas: 1 } }, { setWeight: 50 }],
    }),
    expect: 'error',
    says: /has setCanaryScale in step 1 and no router/,
    refused: { by: 'rollouts', says: /SetCanaryScale requires TrafficRouting/ },
  },
  {
    title: 'a delay without a router',
    edit: withCanary({ scaleDownDelaySeconds: 30 }),
    expect: 'error',
    says: /has scaleDownDelaySeconds and no router/,
    refused: {
      by: 'rollouts',
      says: /scaleDownDelaySeconds can only be used with traffic routing/,
    },
  },
  {
    title: 'a shrinking old version without a router',
    edit: withCanary({ dynamicStableScale: true }),
    expect: 'error',
    says: /has dynamicStableScale and no router/,
    refused: {
      by: 'rollouts',
      says: /dynamicStableScale can only be used with traffic routing/,
    },
  },
  {
    title: 'an old version that shrinks and stays',
    answers: { exposure: { kind: 'gatewayApi' } },
    edit: withCanary({ dynamicStableScale: true, scaleDownDelaySeconds: 30 }),
    expect: 'error',
    says: /keeps it afterwards/,
    refused: {
      by: 'rollouts',
      says: /cannot be used with scaleDownDelaySeconds/,
    },
  },
  {
    title: 'an answer that only a router can follow',
    answers: { delivery: { dynamicStableScale: true, analysis: {} } },
    expect: 'resolved',
    says: /the old version shrinks by itself/,
  },
];
