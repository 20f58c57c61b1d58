import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  type OverridableFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContentLayoutBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { KUBERNETES_ID } from '@baremetal/backstage-plugin-baremetal-common';
import { RiGitPullRequestLine, RiServerLine } from '@remixicon/react';
import { baremetalApiRef } from './api/BaremetalApi';
import { BaremetalClient } from './api/BaremetalClient';
import { formFields } from './preview/formFields';
import {
  capacityRouteRef,
  promotionRouteRef,
  promotionsRouteRef,
  rolloutsRouteRef,
  storageRouteRef,
} from './routes';

/** Entities that are services of the platform. */
const isService = {
  kind: 'component',
  [`metadata.annotations.${KUBERNETES_ID}`]: { $exists: true },
};

const baremetalApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: baremetalApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: deps => new BaremetalClient(deps),
    }),
});

const promotionsPage = PageBlueprint.make({
  name: 'promotions',
  params: {
    path: '/baremetal/promotions',
    // The navigation lists only pages that have an icon.
    title: 'Promotions',
    icon: <RiGitPullRequestLine />,
    routeRef: promotionsRouteRef,
    loader: () =>
      import('./promotions/PromotionsPage').then(m => <m.PromotionsPage />),
  },
});

const environmentsCard = EntityCardBlueprint.make({
  name: 'environments',
  params: {
    type: 'content',
    filter: isService,
    loader: () =>
      import('./overview/EnvironmentsCard').then(m => <m.EnvironmentsCard />),
  },
});

const overviewLayout = EntityContentLayoutBlueprint.make({
  name: 'service',
  params: {
    filter: isService,
    loader: () =>
      import('./overview/OverviewLayout').then(m => m.OverviewLayout),
  },
});

const rolloutsContent = EntityContentBlueprint.make({
  name: 'rollouts',
  params: {
    path: '/rollouts',
    title: 'Rollouts',
    group: 'deployment',
    routeRef: rolloutsRouteRef,
    filter: isService,
    loader: () =>
      import('./rollouts/RolloutsContent').then(m => <m.RolloutsContent />),
  },
});

const storageContent = EntityContentBlueprint.make({
  name: 'storage',
  params: {
    path: '/storage',
    title: 'Storage',
    group: 'deployment',
    routeRef: storageRouteRef,
    filter: isService,
    loader: () =>
      import('./storage/StorageContent').then(m => <m.StorageContent />),
  },
});

const capacityContent = EntityContentBlueprint.make({
  name: 'capacity',
  params: {
    path: '/capacity',
    title: 'Capacity',
    group: 'deployment',
    routeRef: capacityRouteRef,
    filter: isService,
    loader: () =>
      import('./capacity/CapacityContent').then(m => <m.CapacityContent />),
  },
});

/** Pages, entity contents, cards and form fields of the bare-metal suite. */
const plugin: OverridableFrontendPlugin = createFrontendPlugin({
  pluginId: 'baremetal',
  title: 'Bare metal',
  icon: <RiServerLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    promotions: promotionsRouteRef,
    promotion: promotionRouteRef,
    rollouts: rolloutsRouteRef,
    storage: storageRouteRef,
    capacity: capacityRouteRef,
  },
  extensions: [
    baremetalApi,
    promotionsPage,
    environmentsCard,
    overviewLayout,
    rolloutsContent,
    storageContent,
    capacityContent,
    ...formFields,
  ],
});

export default plugin;
