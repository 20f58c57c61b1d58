import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Promote what runs in dev to stage',
    example: stringify({
      steps: [
        {
          id: 'promote',
          action: 'baremetal:promotion:open',
          input: {
            entityRef: 'component:default/orders',
            from: 'dev',
            to: 'stage',
          },
        },
      ],
    }),
  },
];
