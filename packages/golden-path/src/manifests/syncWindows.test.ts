import { parse } from 'yaml';
import { PLATFORM, specOf } from '../rules/goodAnswers';
import { planService } from '../plan';
import type { ServiceAnswers } from '../spec/serviceSpec';

const TWO_CLUSTERS = {
  ...PLATFORM,
  environments: PLATFORM.environments.map(each =>
    each.production ? { ...each, clusters: ['fra', 'ber'] } : each,
  ),
};

function projectOf(
  productionSync: ServiceAnswers['productionSync'],
  platform = PLATFORM,
) {
  const plan = planService(specOf({ productionSync }), platform);
  expect(plan.findings).toEqual([]);
  return parse(plan.files.get('argocd/project.yaml') ?? '').spec;
}

describe('production is synced', () => {
  it('at once, without a window', () => {
    expect(projectOf({ mode: 'automated' })).not.toHaveProperty('syncWindows');
  });

  it('by a person only', () => {
    expect(projectOf({ mode: 'manual' }).syncWindows).toEqual([
      {
        kind: 'deny',
        schedule: '* * * * *',
        duration: '1h',
        applications: ['orders-prod'],
        manualSync: true,
      },
    ]);
  });

  it('in a window, in each of its clusters', () => {
    expect(
      projectOf(
        {
          mode: 'window',
          schedule: '0 8 * * 1-5',
          duration: '7200',
          timeZone: 'Europe/Berlin',
        },
        TWO_CLUSTERS,
      ).syncWindows,
    ).toEqual([
      {
        kind: 'allow',
        schedule: '0 8 * * 1-5',
        duration: '7200s',
        timeZone: 'Europe/Berlin',
        applications: ['orders-prod-fra', 'orders-prod-ber'],
        manualSync: true,
      },
    ]);
  });
});
