import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Render and check the overlays in the workspace',
    example: stringify({
      steps: [
        {
          id: 'validate',
          action: 'baremetal:manifests:validate',
          input: { spec: '${{ steps.plan.output.spec }}' },
        },
      ],
    }),
  },
];
