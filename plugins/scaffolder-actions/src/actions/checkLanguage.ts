import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '@baremetal/golden-path';

/**
 * Nobody gets source code in another language than the one asked for.
 *
 * @param languages - those that the template has source code in; absent for one that writes none
 */
export function checkLanguage(
  { language }: Pick<ServiceSpec, 'language'>,
  languages: readonly string[] | undefined,
): Finding[] {
  if (languages === undefined || languages.includes(language)) return [];
  const [first] = languages;
  return [
    {
      id: 'TEMPLATE-LANGUAGE',
      severity: 'error',
      path: 'language',
      message: `This template has source code in ${languages.join(
        ' and ',
      )} only, and ${language} was asked for.`,
      fix: `Choose ${languages.join(
        ' or ',
      )}; or write the source yourself, and add its deployment to the repository with the template add-deployment.`,
      ...(first !== undefined && {
        repair: [{ path: 'language', value: first }],
      }),
    },
  ];
}
