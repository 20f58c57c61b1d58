/** The route a Rollout with a router adds for the callers of version B; it is listed in `managedRoutes`. */
export const AB_ROUTE = 'ab';
