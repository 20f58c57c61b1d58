import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Wait until the service that was registered can be opened',
    example: stringify({
      steps: [
        {
          id: 'appear',
          action: 'baremetal:catalog:await',
          input: { entityRef: '${{ steps.register.output.entityRef }}' },
        },
      ],
    }),
  },
];
