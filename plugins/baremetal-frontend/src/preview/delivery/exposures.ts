import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ExposureData, ExposureKind } from '../formData';

/** In the order in which they are offered. */
export const EXPOSURES: readonly ExposureKind[] = [
  'clusterOnly',
  'gatewayApi',
  'cloudflareTunnel',
  'ciliumLb',
  'ingressNginx',
];

/** Whether the operator has configured what the way needs. */
export function isOffered(
  kind: ExposureKind,
  { exposure }: Pick<PlatformFacts, 'exposure'>,
): boolean {
  switch (kind) {
    case 'clusterOnly':
      return true;
    case 'gatewayApi':
      return exposure?.gateway !== undefined;
    case 'ingressNginx':
      return exposure?.ingress !== undefined;
    case 'cloudflareTunnel':
      return exposure?.tunnel !== undefined;
    case 'ciliumLb':
      return (exposure?.addressPools?.length ?? 0) > 0;
  }
}

/** A way with what it needs to be asked about, from what the platform has. */
export function newExposure(
  kind: ExposureKind,
  { exposure }: Pick<PlatformFacts, 'exposure'>,
): ExposureData {
  switch (kind) {
    case 'clusterOnly':
      return { kind };
    case 'gatewayApi':
      return { kind };
    case 'ingressNginx':
      return { kind, className: exposure?.ingress?.className ?? 'nginx' };
    case 'cloudflareTunnel':
      return { kind, to: exposure?.gateway ? 'gateway' : 'service' };
    case 'ciliumLb':
      return { kind, pool: exposure?.addressPools?.[0], bgp: false };
  }
}
