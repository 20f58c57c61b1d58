import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { LinstorAccess } from './linstor/LinstorClient';

/** One cluster with a LINSTOR controller, and where its DRBD metrics are, if anywhere. */
export interface LinstorClusterConfig extends LinstorAccess {
  readonly prometheusUrl?: string;
}

/** Clusters of `baremetal.clusters` that name a LINSTOR controller. */
export function readLinstorConfig(config: Config): LinstorClusterConfig[] {
  const clusters = config.getOptionalConfigArray('baremetal.clusters') ?? [];
  return clusters.flatMap(cluster => {
    const linstor = cluster.getOptionalConfig('linstor');
    if (!linstor) {
      return [];
    }
    const name = cluster.getString('name');
    const url = linstor.getString('url');
    const prometheusUrl = cluster.getOptionalString('prometheus.url');
    return [
      {
        cluster: name,
        url: httpUrl(url, `linstor.url of cluster ${name}`),
        token: linstor.getOptionalString('token'),
        prometheusUrl:
          prometheusUrl === undefined
            ? undefined
            : httpUrl(prometheusUrl, `prometheus.url of cluster ${name}`),
      },
    ];
  });
}

function httpUrl(text: string, where: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InputError(
      `baremetal: ${where} must be an http or https address, and is "${text}"`,
    );
  }
  return text.replace(/\/+$/, '');
}
