import type { BaremetalApi } from '../src/api/BaremetalApi';
import { capacity } from '../src/__fixtures__/capacity';
import { overview, troubledOverview } from '../src/__fixtures__/overview';
import {
  detail,
  openPromotion,
  preview,
  queue,
} from '../src/__fixtures__/promotions';
import { rollouts } from '../src/__fixtures__/rollouts';
import { storage } from '../src/__fixtures__/storage';
import { NOW } from '../src/__fixtures__/time';

const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Moves all times of a fixture so that it was answered just now. */
function fresh<T>(fixture: T): T {
  const shift = Date.now() - Date.parse(NOW);
  return JSON.parse(JSON.stringify(fixture), (_, value) =>
    typeof value === 'string' && ISO.test(value)
      ? new Date(Date.parse(value) + shift).toISOString()
      : value,
  );
}

/** Answers from the fixtures; `?troubled` in the address shows the troubled ones. */
export function createFixtureApi(): BaremetalApi {
  const troubled = () => window.location.search.includes('troubled');
  const never = () => Promise.reject(new Error('The fixtures have no answer.'));
  return {
    getPlatform: never,
    askFit: never,
    askName: never,
    getOverview: async () => fresh(troubled() ? troubledOverview : overview),
    getRollouts: async () => fresh(rollouts),
    getStorage: async () => fresh(storage),
    getCapacity: async () => fresh(capacity),
    previewPromotion: async () => fresh(preview),
    openPromotion: async () =>
      fresh({ outcome: 'opened', promotion: openPromotion, preview } as const),
    getPromotions: async () => fresh(queue),
    getPromotion: async () => fresh(detail),
    approvePromotion: async () => fresh(detail),
    mergePromotion: async () => fresh(detail),
  };
}
