import type {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  baremetalPermissions,
  RESOURCE_TYPE_SERVICE,
  type EnvironmentFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { AuthorizedServices } from './AuthorizedServices';
import { serviceResourceRef, serviceRules } from './rules';
import { ServiceAuthorizer } from './ServiceAuthorizer';
import { ServiceCatalog } from './ServiceCatalog';

export interface AccessDeps {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
}

/** How routes come to services. */
export interface Access {
  readonly catalog: ServiceCatalog;
  readonly authorizer: ServiceAuthorizer;
  readonly services: AuthorizedServices;
}

/** Makes permissions and rules known to the installation, and the fence that asks for them. */
export function createAccess(
  deps: AccessDeps,
  environments: readonly EnvironmentFacts[],
): Access {
  const { auth, permissions, permissionsRegistry } = deps;
  const catalog = new ServiceCatalog({ catalog: deps.catalog, environments });
  permissionsRegistry.addResourceType({
    resourceRef: serviceResourceRef,
    permissions: baremetalPermissions.filter(permission =>
      isResourcePermission(permission, RESOURCE_TYPE_SERVICE),
    ),
    rules: Object.values(serviceRules),
    getResources: async refs => {
      // The decision is about the service, so it is looked up with our own credentials, not with the caller's.
      const credentials = await auth.getOwnServiceCredentials();
      const found = await catalog.findMany(refs, credentials);
      return refs.map(ref => found.get(ref));
    },
  });
  permissionsRegistry.addPermissions(
    baremetalPermissions.filter(
      permission => !isResourcePermission(permission),
    ),
  );
  const authorizer = new ServiceAuthorizer({
    permissions,
    ruleset: permissionsRegistry.getPermissionRuleset(serviceResourceRef),
  });
  return {
    catalog,
    authorizer,
    services: new AuthorizedServices(catalog, authorizer),
  };
}
