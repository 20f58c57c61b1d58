import { editYaml, type RuleFixture } from '../fixture';

const withoutCpu = (files: Map<string, string>) =>
  editYaml(files, 'deploy/overlays/prod/patch-workload.yaml', patch => {
    const resources = patch.find((step: any) =>
      step.path.endsWith('/resources'),
    );
    delete resources.value.requests.cpu;
  });

export const fixtures: RuleFixture[] = [
  {
    title: 'an autoscaler by CPU over a container that asks for none',
    answers: { scaling: { kind: 'hpa' } },
    edit: withoutCpu,
    expect: 'error',
    says: /follows the share of cpu that is used, and container app of Rollout orders asks for none/,
  },
  {
    title: 'a ScaledObject that does the same',
    answers: { scaling: { kind: 'keda', triggers: [{ type: 'cpu' }] } },
    edit: withoutCpu,
    expect: 'error',
    says: /ScaledObject orders follows the share of cpu/,
  },
];
