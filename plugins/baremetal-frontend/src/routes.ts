import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The queue of promotions. */
export const promotionsRouteRef = createRouteRef();

/** One promotion. */
export const promotionRouteRef = createSubRouteRef({
  parent: promotionsRouteRef,
  path: '/:id',
});

/** The three tabs of a service. */
export const rolloutsRouteRef = createRouteRef();
export const storageRouteRef = createRouteRef();
export const capacityRouteRef = createRouteRef();
