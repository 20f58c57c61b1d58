import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Write the manifests of a planned service',
    example: stringify({
      steps: [
        {
          id: 'generate',
          action: 'baremetal:manifests:generate',
          input: { spec: '${{ steps.plan.output.spec }}' },
        },
      ],
    }),
  },
];
