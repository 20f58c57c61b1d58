import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { isProduction } from '../spec/production';
import type { ServiceSpec } from '../spec/serviceSpec';
import { applicationName, targetsOf } from './applications';

/** A window that never closes: each minute opens one that is still open when the next one comes. */
const ALWAYS = { schedule: '* * * * *', duration: '1h' } as const;

/**
 * When Argo CD may apply by itself what was merged to production. A person may always sync: a rollback must not wait
 * for a Monday.
 *
 * Windows of the project, and not `automated` of some Applications: all environments keep one template, and the answer
 * can be changed without Argo CD forgetting to prune.
 */
export function syncWindows(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Record<string, unknown>[] {
  const { productionSync } = spec;
  const applications = targetsOf(spec, platform)
    .filter(({ environment }) => isProduction(environment, platform))
    .map(target => applicationName(spec.name, target, platform));
  if (applications.length === 0) return [];
  switch (productionSync.mode) {
    case 'automated':
      return [];
    case 'manual':
      return [{ kind: 'deny', ...ALWAYS, applications, manualSync: true }];
    case 'window':
      return [
        {
          kind: 'allow',
          schedule: productionSync.schedule,
          duration: asGoDuration(productionSync.duration),
          timeZone: productionSync.timeZone,
          applications,
          manualSync: true,
        },
      ];
  }
}

/** Argo CD reads a duration with its unit only. */
function asGoDuration(duration: string): string {
  return /\d$/.test(duration) ? `${duration}s` : duration;
}
