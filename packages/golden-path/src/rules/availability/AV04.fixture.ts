import { roomy } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a node per pod, and not enough nodes',
    live: {
      environments: roomy({}).environments.map(environment => ({
        ...environment,
        reading: environment.reading.ok
          ? {
              ...environment.reading,
              value: {
                ...environment.reading.value,
                hardwareClasses: environment.reading.value.hardwareClasses.map(
                  known => ({
                    ...known,
                    nodes: 6,
                  }),
                ),
              },
            }
          : environment.reading,
      })),
    },
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.template.spec.affinity = {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              {
                topologyKey: 'kubernetes.io/hostname',
                labelSelector: {
                  matchLabels: { 'app.kubernetes.io/name': 'orders' },
                },
              },
            ],
          },
        };
      }),
    expect: 'error',
    says: /has 5 pods and 2 more while it changes: compute in dev has 6 nodes/,
  },
];
