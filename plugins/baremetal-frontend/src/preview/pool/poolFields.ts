import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PoolClassesField } from './PoolClassesField';
import { PoolFullField } from './PoolFullField';
import { PoolImagesField } from './PoolImagesField';
import { PoolNameField } from './PoolNameField';
import { PoolPage } from './PoolPage';
import { PoolReserveField } from './PoolReserveField';
import { PoolWarningsField } from './PoolWarningsField';
import { holdPool, validatePoolWarnings } from './validatePool';

export const poolPage = createFormField({
  name: 'BaremetalPool',
  component: PoolPage,
});

export const poolName = createFormField({
  name: 'BaremetalPoolName',
  component: PoolNameField,
  validation: holdPool('name'),
});

export const poolClasses = createFormField({
  name: 'BaremetalPoolClasses',
  component: PoolClassesField,
  validation: holdPool('storageClasses'),
});

export const poolReserve = createFormField({
  name: 'BaremetalPoolReserve',
  component: PoolReserveField,
  validation: holdPool('reserve'),
});

export const poolImages = createFormField({
  name: 'BaremetalPoolImages',
  component: PoolImagesField,
  validation: holdPool('images'),
});

export const poolFull = createFormField({
  name: 'BaremetalPoolFull',
  component: PoolFullField,
  validation: holdPool('fullAt'),
});

export const poolWarnings = createFormField({
  name: 'BaremetalPoolWarnings',
  component: PoolWarningsField,
  validation: validatePoolWarnings,
});
