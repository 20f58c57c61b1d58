import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Register a service with Argo CD',
    example: stringify({
      steps: [
        {
          id: 'deploy',
          action: 'baremetal:argocd:register',
          input: { spec: '${{ steps.plan.output.spec }}' },
        },
      ],
    }),
  },
];
