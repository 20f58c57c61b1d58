import type { AnswerChange } from '@baremetal/backstage-plugin-baremetal-common';

/** Takes the one class that is left for an environment; with several, a person chooses. */
export function onlyClass(
  environment: string,
  left: readonly { readonly name: string }[],
): readonly AnswerChange[] | undefined {
  const [only, ...others] = left;
  return only === undefined || others.length > 0
    ? undefined
    : [{ path: `environments.${environment}.storageClass`, value: only.name }];
}
