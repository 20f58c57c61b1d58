import { keepsLastingData } from '../../spec/data';
import { describedClaims } from '../claims';
import type { Documented, Page } from '../page';
import { indexPage } from './indexPage';
import { restorePage } from './restorePage';
import { rolloutPage } from './rolloutPage';
import { runbookPage } from './runbookPage';
import { sloPage } from './sloPage';
import { storagePage } from './storagePage';

/** Pages that are true for this service, the overview first. */
export function pagesOf(service: Documented): Page[] {
  const { spec } = service;
  const hasClaims = describedClaims(spec).length > 0;
  const others = [
    runbookPage(service),
    sloPage(service),
    rolloutPage(service),
    ...(hasClaims ? [storagePage(service)] : []),
    ...(hasClaims && keepsLastingData(spec) ? [restorePage(service)] : []),
  ];
  return [indexPage(service, others), ...others];
}
