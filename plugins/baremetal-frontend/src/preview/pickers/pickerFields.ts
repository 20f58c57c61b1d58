import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { canarySchema } from './canaryOptions';
import { CanaryPlanPicker } from './CanaryPlanPicker';
import { GoldenPathPreview } from './GoldenPathPreview';
import { hardwareClassSchema } from './hardwareClassOptions';
import { HardwareClassPicker } from './HardwareClassPicker';
import { storageClassSchema } from './storageClassOptions';
import { StorageClassPicker } from './StorageClassPicker';
import { validateCanary } from './validateCanary';
import { validateHardwareClass } from './validateHardwareClass';
import { previewSchema, validatePreview } from './validatePreview';
import { validateStorageClass } from './validateStorageClass';

export const hardwareClass = createFormField({
  name: 'HardwareClassPicker',
  component: HardwareClassPicker,
  validation: validateHardwareClass,
  schema: hardwareClassSchema,
});

export const storageClass = createFormField({
  name: 'StorageClassPicker',
  component: StorageClassPicker,
  validation: validateStorageClass,
  schema: storageClassSchema,
});

export const canaryPlan = createFormField({
  name: 'CanaryPlanEditor',
  component: CanaryPlanPicker,
  validation: validateCanary,
  schema: canarySchema,
});

export const goldenPathPreview = createFormField({
  name: 'GoldenPathPreview',
  component: GoldenPathPreview,
  validation: validatePreview,
  schema: previewSchema,
});
