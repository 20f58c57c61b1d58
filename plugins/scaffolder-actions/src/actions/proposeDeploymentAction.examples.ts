import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Propose the deployment of a planned service to its repository',
    example: stringify({
      steps: [
        {
          id: 'propose',
          action: 'baremetal:deployment:propose',
          input: { spec: '${{ steps.plan.output.spec }}' },
        },
      ],
    }),
  },
];
