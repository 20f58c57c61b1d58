import { useEffect } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { CreateFormData, FormPage } from './formData';
import { chosenTemplate } from './templateOptions';

/** What the stepper hands to one page's field. */
export type PageFieldProps<T> = FieldExtensionComponentProps<T>;

/** All answers: the stepper's, with this page's newest on top, and what the template says. */
export function formOf<K extends FormPage>(
  props: PageFieldProps<CreateFormData[K]>,
  page: K,
): CreateFormData & Required<Pick<CreateFormData, 'template'>> {
  const others = (props.formContext?.formData ?? {}) as CreateFormData;
  return {
    ...others,
    [page]: props.formData ?? others[page],
    template: chosenTemplate(props.uiSchema, others),
  };
}

/** Puts a page's defaults into the form when it is opened for the first time, so that nothing shown is unsaid. */
export function useDefaults<T>(
  onChange: (value: T) => void,
  defaults: T,
  isEmpty: boolean,
) {
  useEffect(() => {
    if (isEmpty) onChange(defaults);
    // Only when the page opens: what a person empties on purpose stays empty.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isEmpty]);
}
