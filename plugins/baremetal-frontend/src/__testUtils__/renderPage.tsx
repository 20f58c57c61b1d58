import { useState, type ComponentType } from 'react';
import type { Entity } from '@backstage/catalog-model';
import type { RenderResult } from '@testing-library/react';
import type { BaremetalApi } from '../api/BaremetalApi';
import type { CreateFormData, FormPage } from '../preview/formData';
import type { PageFieldProps } from '../preview/useField';
import { fit, platform } from '../__fixtures__/platform';
import { fakeApi, renderView } from './renderView';

/** One page of the create form inside what the stepper gives it; answers what the form holds in the end. */
export async function renderPage<K extends FormPage>(
  page: K,
  Field: ComponentType<PageFieldProps<CreateFormData[K]>>,
  options: {
    form?: CreateFormData;
    template?: object;
    api?: Partial<BaremetalApi>;
    catalog?: readonly Entity[];
  } = {},
): Promise<RenderResult & { value: () => CreateFormData[K] }> {
  const others = options.form ?? {
    identity: { name: 'orders', owner: 'group:default/team-shop' },
  };
  let current: CreateFormData[K] = others[page];
  function Host() {
    const [value, setValue] = useState(others[page]);
    current = value;
    const props = {
      formData: value,
      onChange: setValue,
      formContext: { formData: others },
      uiSchema: { 'ui:options': options.template ?? {} },
    };
    // The stepper hands over much more, of which no page makes use.
    return <Field {...(props as unknown as PageFieldProps<typeof value>)} />;
  }
  const view = await renderView(<Host />, {
    api: fakeApi({
      getPlatform: async () => platform,
      askFit: async () => fit,
      askName: async () => ({ places: [] }),
      ...options.api,
    }),
    catalog: options.catalog,
  });
  return { ...view, value: () => current };
}
