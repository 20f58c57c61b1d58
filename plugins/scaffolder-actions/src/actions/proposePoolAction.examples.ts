import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const poolAnswers = {
  name: 'compute',
  environments: ['stage', 'prod'],
  storageClasses: [{ name: 'nvme-r2', storagePool: 'nvme', copies: 2 }],
  reserve: { nodes: 1, cpu: '4', memory: '8Gi' },
};

export const examples: TemplateExample[] = [
  {
    description: 'Propose a pool with a replicated storage class and a reserve',
    example: stringify({
      steps: [
        {
          id: 'propose',
          action: 'baremetal:pool:propose',
          input: { answers: poolAnswers },
        },
      ],
    }),
  },
];
