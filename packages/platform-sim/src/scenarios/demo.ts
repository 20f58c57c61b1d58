import { demoServices } from './demoServices';
import type { Chapter, Scenario } from './scenario';

const GOOD = { successRate: 0.9987, p95Seconds: 0.131, requestRate: 42 };
const BAD = { successRate: 0.941, p95Seconds: 0.61, requestRate: 38 };

const chapters: readonly Chapter[] = [
  {
    hoursAgo: 30,
    async play(world) {
      await world.release('dev', {
        notifications: '0.9.0',
        cart: '3.2.1',
        'payments-gateway': '4.1.0',
        orders: '5.2.0',
      });
      await world.pass(60);
    },
  },
  {
    hoursAgo: 26,
    async play(world) {
      await world.release('dev', {
        'checkout-api': '1.9.2',
        // One night ago at least, so it has run.
        'nightly-settlement': '1.2.0',
      });
      await world.release('stage', {
        cart: '3.2.1',
        'payments-gateway': '4.1.0',
      });
      await world.pass(15);
      world.promote('checkout-api', 'dev');
      await world.pass(60);
    },
  },
  {
    hoursAgo: 22,
    async play(world) {
      await world.release('prod', { cart: '3.2.1' });
      await world.release('dev', {
        'invoice-service': '2.4.0',
        pricing: '1.5.0',
      });
      await world.pass(30);
    },
  },
  {
    // The new version fails where its metrics are worse than promised.
    hoursAgo: 3,
    async play(world) {
      world.behave('invoice-service', 'stage', BAD);
      await world.release('stage', { 'invoice-service': '2.4.0' });
      await world.pass(15);
      world.behave('invoice-service', 'stage', BAD, { onlyNew: true });
      world.behave('invoice-service', 'stage', GOOD);
    },
  },
  {
    // Nobody calls the new version, so nobody can say how it does.
    hoursAgo: 2,
    async play(world) {
      world.behave('pricing', 'stage', 'missing');
      await world.release('stage', { pricing: '1.5.0' });
      await world.pass(15);
    },
  },
  {
    hoursAgo: 0.6,
    async play(world) {
      world.behave('checkout-api', 'stage', GOOD);
      await world.release('stage', { 'checkout-api': '1.9.2' });
      await world.pass(10);
    },
  },
  {
    hoursAgo: 0.12,
    async play(world) {
      await world.release('prod', { 'payments-gateway': '4.1.0' });
      await world.pass(1);
    },
  },
  {
    hoursAgo: 0.01,
    play(world) {
      const search = world.volume(
        'prod',
        'catalog-search-prod',
        'data-catalog-search-0',
      );
      const behind = search.copiesOn.find(node => node !== search.usedOn);
      world.cluster('prod').storage.startResync(search.handle, behind ?? '', {
        percent: 45,
        seconds: 2400,
      });
      const orders = world.volume('prod', 'orders-prod', 'data-orders-db-0');
      const broken = orders.copiesOn.find(node => node !== orders.usedOn);
      world.cluster('prod').storage.failDisk(orders.handle, broken ?? '');
      world.cluster('dev').faults.deny('analysisruns');
    },
  },
];

/** What the first look at the product shows. */
export const demoScenario: Scenario = {
  beginsHoursAgo: 72,
  services: demoServices,
  chapters,
};
