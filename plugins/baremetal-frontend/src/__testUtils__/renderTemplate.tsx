import { readFileSync } from 'node:fs';
import {
  type FormField,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import type {
  FieldExtensionOptions,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import type { RenderResult } from '@testing-library/react';
import { parse } from 'yaml';
import type { BaremetalApi } from '../api/BaremetalApi';
import { fit, platform } from '../__fixtures__/platform';
import { fakeApi, renderView } from './renderView';

type Page = { title?: string; description?: string };

/** The pages of a template, as the scaffolder hands them to its form. */
export function pagesOf(template: string): TemplateParameterSchema {
  const { metadata, spec } = parse(template);
  const pages: Page[] = spec.parameters;
  return {
    title: metadata?.title ?? 'Template',
    steps: pages.map(page => ({
      title: page.title ?? '',
      schema: page as TemplateParameterSchema['steps'][number]['schema'],
    })),
  };
}

/** A template of this repository, by the name of its folder. */
export function readTemplate(name: string): string {
  return readFileSync(
    `${__dirname}/../../../../templates/${name}/template.yaml`,
    'utf8',
  );
}

/** A template in the form that Backstage makes of it; answers what would be created. */
export async function renderTemplate(
  template: string,
  options: {
    fields: readonly FormField[];
    api?: Partial<BaremetalApi>;
  },
): Promise<RenderResult & { created: jest.Mock }> {
  const created = jest.fn(async () => undefined);
  // The stepper scrolls to the top of each page, which jsdom cannot.
  window.scrollTo = () => undefined;
  const view = await renderView(
    <Stepper
      manifest={pagesOf(template)}
      // A field keeps what it was made of, and says nothing of it in its type.
      extensions={options.fields as unknown as FieldExtensionOptions[]}
      onCreate={created}
      formProps={{ EXPERIMENTAL_theme: 'bui' }}
    />,
    {
      api: fakeApi({
        getPlatform: async () => platform,
        askFit: async () => fit,
        askName: async () => ({ places: [] }),
        ...options.api,
      }),
    },
  );
  return { ...view, created };
}
