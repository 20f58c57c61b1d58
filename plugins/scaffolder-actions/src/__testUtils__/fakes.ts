import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import { simulatedFacts } from '@baremetal/platform-sim';

export const platform = simulatedFacts('https://git.example');

/** The backend, with an answer for what a test needs and a failure for everything else. */
export function fakeBaremetal(
  overrides: Partial<BaremetalService> = {},
): BaremetalService {
  return {
    platform: async () => platform,
    fit: async () => ({ environments: [] }),
    openPromotion: async () => {
      throw new Error('not expected');
    },
    ...overrides,
  };
}
