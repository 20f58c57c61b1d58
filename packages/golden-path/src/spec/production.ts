import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';

/** Whether rules are stricter in this environment. */
export function isProduction(
  environment: string,
  { environments }: Pick<PlatformFacts, 'environments'>,
): boolean {
  return environments.some(
    ({ name, production }) => name === environment && production,
  );
}
