import type { Manifest, RenderedEnvironment } from '../../types';
import { at, matches, ofKind, workloadsOf } from '../kube';
import { error, resolved, type Rule } from '../rule';

/** A pod that is reached in two ways is counted twice, and so is every request that it answers. */
export const OB01: Rule = {
  id: 'OB01',
  title: 'Every pod is scraped once',
  *check({ environments }) {
    for (const environment of environments) {
      for (const monitor of ofKind(environment, 'ServiceMonitor')) {
        const services = ofKind(environment, 'Service').filter(service =>
          matches(
            at(monitor, 'spec', 'selector'),
            service.metadata.labels ?? {},
          ),
        );
        const times = Math.max(
          0,
          ...workloadsOf(environment).map(({ podLabels }) => {
            const through = services.filter(service =>
              selects(service, podLabels),
            );
            return through.length === 0
              ? 0
              : through.length + podMonitorsOf(environment, podLabels);
          }),
        );
        if (times < 2) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `ServiceMonitor ${
            monitor.metadata.name
          } reaches the same pods through ${services
            .map(({ metadata }) => metadata.name)
            .join(
              ', ',
            )}: each of them is scraped ${times} times, and every sum of its series is that much too high.`,
          fix: 'Remove it. The PodMonitor scrapes each pod once.',
          environments: [environment.environment],
        });
      }
    }
    if (environments.some(({ objects }) => scrapesPods(objects))) {
      yield resolved(
        'Pods are scraped themselves (PodMonitor): several Services select the same pods, and each would be counted several times.',
      );
    }
  },
};

function scrapesPods(objects: readonly Manifest[]): boolean {
  return objects.some(({ kind }) => kind === 'PodMonitor');
}

function podMonitorsOf(
  environment: RenderedEnvironment,
  podLabels: Readonly<Record<string, string>>,
): number {
  return ofKind(environment, 'PodMonitor').filter(monitor =>
    matches(at(monitor, 'spec', 'selector'), podLabels),
  ).length;
}

function selects(
  service: Manifest,
  podLabels: Readonly<Record<string, string>>,
): boolean {
  const selector = at(service, 'spec', 'selector');
  return (
    selector !== undefined && matches({ matchLabels: selector }, podLabels)
  );
}
