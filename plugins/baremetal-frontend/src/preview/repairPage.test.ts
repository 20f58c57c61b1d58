import { repairPage } from './repairPage';

describe('repairPage', () => {
  it.each([
    [
      'runtime',
      { environments: [{ name: 'prod', replicas: 1 }] },
      [{ path: 'environments.prod.replicas', value: 2 }],
      { environments: [{ name: 'prod', replicas: 2 }] },
    ],
    [
      'delivery',
      { strategy: 'canary', analysis: { count: 0 } },
      [{ path: 'delivery.analysis.count', value: 5 }],
      { strategy: 'canary', analysis: { count: 5 } },
    ],
    [
      'delivery',
      { strategy: 'canary', edge: 'caddy' },
      [{ path: 'edge', value: 'none' }],
      { strategy: 'canary', edge: 'none' },
    ],
    [
      'identity',
      { name: 'Orders API' },
      [{ path: 'name', value: 'orders-api' }],
      { name: 'orders-api' },
    ],
  ])(
    'changes answers of %s where that page keeps them',
    (page, answers, repair, expected) => {
      expect(repairPage<object>(page, answers, repair)).toEqual(expected);
    },
  );

  it('leaves to another page what it asks', () => {
    expect(
      repairPage('runtime', {}, [{ path: 'edge', value: 'none' }]),
    ).toBeUndefined();
  });
});
