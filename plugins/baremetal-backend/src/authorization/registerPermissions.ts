import type {
  AuthService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import {
  baremetalPermissions,
  RESOURCE_TYPE_SERVICE,
} from '@baremetal/backstage-plugin-baremetal-common';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { ServiceCatalog } from './ServiceCatalog';
import { serviceResourceRef, serviceRules } from './rules';

export interface RegisterPermissionsOptions {
  readonly auth: AuthService;
  readonly catalog: ServiceCatalog;
}

/** Makes permissions and rules known to the installation, and services to whoever has to decide about one. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  { auth, catalog }: RegisterPermissionsOptions,
): void {
  const ofServices = baremetalPermissions.filter(permission =>
    isResourcePermission(permission, RESOURCE_TYPE_SERVICE),
  );
  registry.addResourceType({
    resourceRef: serviceResourceRef,
    permissions: ofServices,
    rules: Object.values(serviceRules),
    getResources: async refs => {
      // The decision is about the service, so it is looked up with our own credentials, not with the caller's.
      const credentials = await auth.getOwnServiceCredentials();
      const found = await catalog.findMany(refs, credentials);
      return refs.map(ref => found.get(ref));
    },
  });
  registry.addPermissions(
    baremetalPermissions.filter(
      permission => !isResourcePermission(permission),
    ),
  );
}
