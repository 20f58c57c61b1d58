import {
  type FormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

type Fields = typeof import('./fields');
type Pickers = typeof import('./pickers/pickerFields');
type PoolFields = typeof import('./pool/poolFields');

function field(name: string, load: () => Promise<FormField>) {
  return FormFieldBlueprint.make({ name, params: { field: load } });
}

const one = (name: string, key: keyof Fields) =>
  field(name, () => import('./fields').then(m => m[key]));

const picker = (name: string, key: keyof Pickers) =>
  field(name, () => import('./pickers/pickerFields').then(m => m[key]));

const ofPool = (name: string, key: keyof PoolFields) =>
  field(name, () => import('./pool/poolFields').then(m => m[key]));

/**
 * The pages of the create form, each one field on an object so that callers of the API see its schema; the pages and
 * fields of a pool; and fields that any template may use.
 */
export const formFields = [
  one('identity', 'identity'),
  one('runtime', 'runtime'),
  one('delivery', 'delivery'),
  one('repository', 'repository'),
  one('environments', 'environments'),
  ofPool('pool', 'poolPage'),
  ofPool('pool-name', 'poolName'),
  ofPool('pool-classes', 'poolClasses'),
  ofPool('pool-reserve', 'poolReserve'),
  ofPool('pool-images', 'poolImages'),
  ofPool('pool-full', 'poolFull'),
  ofPool('pool-warnings', 'poolWarnings'),
  picker('hardware-class-picker', 'hardwareClass'),
  picker('storage-class-picker', 'storageClass'),
  picker('canary-plan-editor', 'canaryPlan'),
  picker('golden-path-preview', 'goldenPathPreview'),
];
