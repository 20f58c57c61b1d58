import {
  type FormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

type Fields = typeof import('./fields');
type Pickers = typeof import('./pickers/pickerFields');

function field(name: string, load: () => Promise<FormField>) {
  return FormFieldBlueprint.make({ name, params: { field: load } });
}

const one = (name: string, key: keyof Fields) =>
  field(name, () => import('./fields').then(m => m[key]));

const picker = (name: string, key: keyof Pickers) =>
  field(name, () => import('./pickers/pickerFields').then(m => m[key]));

/**
 * The pages of the create form, each one field on an object so that callers of the API see its schema, and fields
 * that any template may use.
 */
export const formFields = [
  one('identity', 'identity'),
  one('runtime', 'runtime'),
  one('delivery', 'delivery'),
  one('repository', 'repository'),
  one('environments', 'environments'),
  picker('hardware-class-picker', 'hardwareClass'),
  picker('storage-class-picker', 'storageClass'),
  picker('canary-plan-editor', 'canaryPlan'),
  picker('golden-path-preview', 'goldenPathPreview'),
];
