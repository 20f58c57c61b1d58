import '@backstage/cli/asset-types';
// A dev app is an app of its own, and brings what an app brings.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { baremetalApiRef } from '../src/api/BaremetalApi';
import plugin from '../src/plugin';
import { createFixtureApi } from './fixtureApi';

// Draws every page from the fixtures of the tests, without any backend.
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout-api',
    namespace: 'default',
    description: 'Takes the cart through payment and order creation.',
    annotations: { 'backstage.io/kubernetes-id': 'checkout-api' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-payments' },
};

const catalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: [entity] }),
        }),
    }),
  ],
});

const baremetal = createFrontendModule({
  pluginId: 'baremetal',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: baremetalApiRef,
          deps: {},
          factory: createFixtureApi,
        }),
    }),
  ],
});

const app = createApp({
  features: [catalogPlugin, plugin, catalog, baremetal],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
