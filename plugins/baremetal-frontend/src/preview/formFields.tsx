import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/**
 * The four pages of the create form, each one field on an object so that callers of the API see its schema, and the
 * environments of a pool.
 */
export const formFields = [
  FormFieldBlueprint.make({
    name: 'identity',
    params: { field: () => import('./fields').then(m => m.identity) },
  }),
  FormFieldBlueprint.make({
    name: 'runtime',
    params: { field: () => import('./fields').then(m => m.runtime) },
  }),
  FormFieldBlueprint.make({
    name: 'delivery',
    params: { field: () => import('./fields').then(m => m.delivery) },
  }),
  FormFieldBlueprint.make({
    name: 'repository',
    params: { field: () => import('./fields').then(m => m.repository) },
  }),
  FormFieldBlueprint.make({
    name: 'environments',
    params: { field: () => import('./fields').then(m => m.environments) },
  }),
];
