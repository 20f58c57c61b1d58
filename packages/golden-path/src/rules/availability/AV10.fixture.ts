import { editYaml, type RuleFixture } from '../fixture';

const withProbes =
  (change: (container: any) => void) => (files: Map<string, string>) =>
    editYaml(files, 'deploy/base/rollout.yaml', object =>
      change(object.spec.template.spec.containers[0]),
    );

export const fixtures: RuleFixture[] = [
  {
    title: 'liveness as strict as readiness, about the same',
    edit: withProbes(container => {
      container.livenessProbe = { ...container.readinessProbe };
    }),
    expect: 'warning',
    says: /is restarted after 10 s without an answer/,
  },
  {
    title: 'no time to start',
    edit: withProbes(container => {
      delete container.startupProbe;
      container.livenessProbe.failureThreshold = 3;
    }),
    expect: 'warning',
    says: /is restarted 30 s after its start/,
  },
];
