import axe from 'axe-core';
import type { ReactNode } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { act, type RenderResult } from '@testing-library/react';
import { baremetalApiRef, type BaremetalApi } from '../api/BaremetalApi';
import {
  capacityRouteRef,
  promotionsRouteRef,
  rolloutsRouteRef,
  storageRouteRef,
} from '../routes';
import { FixedClock } from '../ui/clock';
import { NOW } from '../__fixtures__/time';

const MOUNTED = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/baremetal/promotions': promotionsRouteRef,
  '/service/rollouts': rolloutsRouteRef,
  '/service/storage': storageRouteRef,
  '/service/capacity': capacityRouteRef,
};

/** An API of which only the given calls answer; any other fails the test that makes it. */
export function fakeApi(calls: Partial<BaremetalApi>): BaremetalApi {
  return new Proxy(calls as BaremetalApi, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => Promise.reject(new Error(`${String(name)} is not expected`))),
  });
}

/** Renders inside a test app with a stopped clock. */
export async function renderView(
  view: ReactNode,
  options: {
    api?: BaremetalApi;
    path?: string;
    /** Entities of the catalog. */
    catalog?: readonly Entity[];
  } = {},
): Promise<RenderResult> {
  let result: RenderResult | undefined;
  await act(async () => {
    result = renderInTestApp(<FixedClock now={NOW}>{view}</FixedClock>, {
      apis: [
        [baremetalApiRef, options.api ?? fakeApi({})],
        [
          catalogApiRef,
          catalogApiMock({ entities: [...(options.catalog ?? [])] }),
        ],
      ],
      mountedRoutes: MOUNTED,
      initialRouteEntries: [options.path ?? '/'],
    });
  });
  if (!result) {
    throw new Error('Nothing was rendered.');
  }
  return result;
}

/** What axe finds serious. Contrast needs a real browser and is checked there. */
export async function seriousFindings(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    preload: false,
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}
