import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'less grace than the drain needs, answered',
    answers: { shutdown: { drainSeconds: 60, graceSeconds: 30 } },
    expect: 'resolved',
    says: /A pod gets 70 s to end instead of 30 s/,
  },
  {
    title: 'less grace than the drain needs, by hand',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.template.spec.terminationGracePeriodSeconds = 10;
      }),
    expect: 'error',
    says: /waits 5 s and drains for 20 s, and its pod is killed after 10 s/,
  },
  {
    title: 'a command that waits longer than the pod may live',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.template.spec.containers[0].lifecycle.preStop = {
          exec: { command: ['sh', '-c', 'nginx -s quit; sleep 45'] },
        };
      }),
    expect: 'error',
    says: /waits 45 s and drains for 20 s/,
  },
];
