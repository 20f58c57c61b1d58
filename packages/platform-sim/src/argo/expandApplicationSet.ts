import type { ObjectDraft } from '../kube/objects';

/**
 * The Applications of an ApplicationSet with list generators and Go templates of plain fields and quoted braces: what
 * generated repositories use.
 *
 * @throws Error - for a field that an element does not have, or a template that it cannot read
 */
export function expandApplicationSet(spec: any): readonly ObjectDraft[] {
  const elements = (spec.generators ?? []).flatMap((generator: any) => {
    if (!generator.list) {
      const [kind] = Object.keys(generator);
      throw new Error(`the generator "${kind}" is not simulated`);
    }
    return generator.list.elements ?? [];
  });
  return elements.map((element: any) => {
    const filled = fill(spec.template, element, spec.goTemplate === true);
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      ...filled,
    };
  });
}

const GO_FIELD = /\{\{-?\s*(?:\.([\w.]+)|"(\{\{)")\s*-?\}\}/g;
const PLAIN_FIELD = /\{\{\s*([\w.]+)\s*\}\}/g;

function fill(value: any, element: any, goTemplate: boolean): any {
  if (typeof value === 'string') return fillText(value, element, goTemplate);
  if (Array.isArray(value)) {
    return value.map(item => fill(item, element, goTemplate));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      fillText(key, element, goTemplate),
      fill(item, element, goTemplate),
    ]),
  );
}

function fillText(text: string, element: any, goTemplate: boolean): string {
  const field = goTemplate ? GO_FIELD : PLAIN_FIELD;
  if (goTemplate && text.replace(field, ' ').includes('{{')) {
    throw new Error(`the template "${text}" is not simulated`);
  }
  return text.replace(
    field,
    (_, path: string | undefined, quoted: string | undefined) => {
      if (path === undefined) return quoted ?? '';
      let found: any = element;
      for (const name of path.split('.')) found = found?.[name];
      if (found === undefined) {
        throw new Error(
          `failed to execute go template ${text}: map has no entry for key "${path}"`,
        );
      }
      return String(found);
    },
  );
}
