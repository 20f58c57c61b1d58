import type { MeasurementView } from '@baremetal/backstage-plugin-baremetal-common';

/** What a measurement looks like: nothing that is not known is drawn as good or as bad. */
export const OUTCOME_STYLES: Readonly<
  Record<MeasurementView['outcome'], 'good' | 'miss' | 'unknown'>
> = {
  good: 'good',
  miss: 'miss',
  error: 'miss',
  inconclusive: 'unknown',
  noData: 'unknown',
};
