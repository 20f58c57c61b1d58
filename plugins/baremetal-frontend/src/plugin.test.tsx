import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { queue } from './__fixtures__/promotions';
import { fakeApi } from './__testUtils__/renderView';
import { rollouts } from './__fixtures__/rollouts';
import { baremetalApiRef } from './api/BaremetalApi';
import plugin from './plugin';

function entity(annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout-api', namespace: 'default', annotations },
    spec: { type: 'service' },
  };
}

// Pages are loaded lazily, and the first load transpiles them: a busy machine takes a while.
const PATIENT = { timeout: 60_000 };

describe('the plugin', () => {
  jest.setTimeout(90_000);

  it('serves the queue at /baremetal/promotions', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[baremetalApiRef, fakeApi({ getPromotions: async () => queue })]],
      initialRouteEntries: ['/baremetal/promotions'],
    });
    expect(
      await screen.findByText(
        '2 wait for you; 1 is blocked by capacity.',
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
  });

  it('adds the tabs to entities that carry the label', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({
          entity: entity({ 'backstage.io/kubernetes-id': 'checkout-api' }),
        }),
        plugin.getExtension('entity-content:baremetal/rollouts'),
      ],
      apis: [[baremetalApiRef, fakeApi({ getRollouts: async () => rollouts })]],
    });
    expect(
      await screen.findByText(
        /Stage waits for a person for 29 min/,
        {},
        PATIENT,
      ),
    ).toBeInTheDocument();
  });
});
