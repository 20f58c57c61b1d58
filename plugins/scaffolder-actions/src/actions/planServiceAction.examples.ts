import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const answers = {
  name: 'orders',
  owner: 'group:default/team-shop',
  description: 'Takes orders',
  hardwareClass: 'compute',
  environments: [
    { name: 'dev', replicas: 2, cpu: '250m', memory: '256Mi' },
    { name: 'stage', replicas: 2, cpu: '250m', memory: '256Mi' },
    { name: 'prod', replicas: 3, cpu: '500m', memory: '512Mi' },
  ],
  repo: { host: 'git.example', owner: 'shop', name: 'orders' },
};

export const examples: TemplateExample[] = [
  {
    description: 'Check a stateless service with the default canary',
    example: stringify({
      steps: [
        {
          id: 'plan',
          action: 'baremetal:service:plan',
          input: { answers, acknowledged: ['PD07'] },
        },
      ],
    }),
  },
];
