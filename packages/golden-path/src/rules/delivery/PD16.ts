import { exposureOf } from '../../manifests/exposure/ways';
import { type Entry, ingressesOf } from '../exposure/entries';
import { exposeBy } from '../exposure/exposeBy';
import { at } from '../kube';
import { ifKnown } from '../missing';
import { type Rule, warning } from '../rule';
import { strategiesOf } from './strategy';

/** Nobody repairs it any more: the project announced its end in November 2025 and stopped in March 2026. */
export const PD16: Rule = {
  id: 'PD16',
  title: 'New services do not start behind ingress-nginx',
  *check({ spec, platform, environments }) {
    const answers = ifKnown(spec);
    const isUsed =
      (answers && exposureOf(answers).kind === 'ingressNginx') ||
      environments.some(
        environment =>
          strategiesOf(environment).some(
            ({ trafficRouting }) => at(trafficRouting, 'nginx') !== undefined,
          ) || ingressesOf(environment).some(isForNginx),
      );
    if (!isUsed) return;
    yield warning({
      path: 'exposure.kind',
      message:
        'ingress-nginx was retired in March 2026: there are no releases any more, and holes in its security stay open.',
      fix: 'Use gatewayApi where the platform has a Gateway.',
      repair:
        answers && ifKnown(platform)?.exposure?.gateway
          ? exposeBy('gatewayApi')
          : undefined,
    });
  },
};

/** By its settings, since other controllers act on the class "nginx" as well. */
function isForNginx({ object }: Entry): boolean {
  return Object.keys(object.metadata.annotations ?? {}).some(key =>
    key.startsWith('nginx.ingress.kubernetes.io/'),
  );
}
