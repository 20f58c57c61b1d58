import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';

/** Size of a claim that nobody gave a size. */
const SIZE = '10Gi';

/**
 * Class and size of the claims of an environment about which nothing was said: a class with two copies, so that a
 * volume outlives its machine and costs no more than that.
 *
 * @returns no class where the platform offers none; ST09 says so
 */
export function defaultStorage({
  storageClasses,
}: Pick<PlatformFacts, 'storageClasses'>): {
  readonly storageClass?: string;
  readonly size: string;
} {
  const [first] = storageClasses;
  const chosen = storageClasses.find(({ copies }) => copies === 2) ?? first;
  return { ...(chosen && { storageClass: chosen.name }), size: SIZE };
}
