import type {
  ServiceIdentity,
  VersionLabel,
} from '@baremetal/backstage-plugin-baremetal-common';

export const checkoutApi: ServiceIdentity = {
  entityRef: 'component:default/checkout-api',
  name: 'checkout-api',
  kubernetesId: 'checkout-api',
};

export const v180: VersionLabel = {
  text: '1.8.0',
  image: 'registry.example/shop/checkout-api',
  digest: `sha256:${'e04b51d3'.repeat(8)}`,
};

export const v192: VersionLabel = {
  text: '1.9.2',
  image: 'registry.example/shop/checkout-api',
  digest: `sha256:${'7c1ea90f'.repeat(8)}`,
};
