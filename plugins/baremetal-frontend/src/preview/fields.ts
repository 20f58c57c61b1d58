import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DeliveryField } from './DeliveryField';
import { IdentityField } from './IdentityField';
import { RepositoryField } from './RepositoryField';
import { RuntimeField } from './RuntimeField';
import { validateIdentity, validateRepository } from './validate';

export const identity = createFormField({
  name: 'BaremetalIdentity',
  component: IdentityField,
  validation: validateIdentity,
});

export const runtime = createFormField({
  name: 'BaremetalRuntime',
  component: RuntimeField,
});

export const delivery = createFormField({
  name: 'BaremetalDelivery',
  component: DeliveryField,
});

export const repository = createFormField({
  name: 'BaremetalRepository',
  component: RepositoryField,
  validation: validateRepository,
});
