import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Push the workspace to a new repository',
    example: stringify({
      steps: [
        {
          id: 'publish',
          action: 'baremetal:repository:publish',
          input: { spec: '${{ steps.plan.output.spec }}' },
        },
      ],
    }),
  },
];
