import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DeliveryField } from './delivery/DeliveryField';
import { EnvironmentsField } from './EnvironmentsField';
import { IdentityField } from './IdentityField';
import { RepositoryField } from './RepositoryField';
import { RuntimeField } from './runtime/RuntimeField';
import {
  validateDelivery,
  validateEnvironments,
  validateIdentity,
  validateRepository,
  validateRuntime,
} from './validate';

export const identity = createFormField({
  name: 'BaremetalIdentity',
  component: IdentityField,
  validation: validateIdentity,
});

export const runtime = createFormField({
  name: 'BaremetalRuntime',
  component: RuntimeField,
  validation: validateRuntime,
});

export const delivery = createFormField({
  name: 'BaremetalDelivery',
  component: DeliveryField,
  validation: validateDelivery,
});

export const repository = createFormField({
  name: 'BaremetalRepository',
  component: RepositoryField,
  validation: validateRepository,
});

export const environments = createFormField({
  name: 'BaremetalEnvironments',
  component: EnvironmentsField,
  validation: validateEnvironments,
});
