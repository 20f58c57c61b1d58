import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { ServiceAuthorizer, ServicePermission } from './ServiceAuthorizer';
import type { ServiceCatalog, ServiceName } from './ServiceCatalog';

/** The only way to a service for routes: found with the caller's credentials, then checked against the policy. */
export class AuthorizedServices {
  readonly #catalog: ServiceCatalog;
  readonly #authorizer: ServiceAuthorizer;

  constructor(catalog: ServiceCatalog, authorizer: ServiceAuthorizer) {
    this.#catalog = catalog;
    this.#authorizer = authorizer;
  }

  /** @throws NotFoundError, NotAllowedError */
  async find(
    service: ServiceName | { readonly entityRef: string },
    permission: ServicePermission,
    credentials: BackstageCredentials,
  ): Promise<ServiceTarget> {
    const target =
      'entityRef' in service
        ? await this.#catalog.findByRef(service.entityRef, credentials)
        : await this.#catalog.find(service, credentials);
    await this.#authorizer.check(permission, target, credentials);
    return target;
  }

  /** Those that exist and that the caller has the permission for; the others are left out without a word. */
  async findMany(
    entityRefs: readonly string[],
    permission: ServicePermission,
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, ServiceTarget>> {
    const found = await this.#catalog.findMany(entityRefs, credentials);
    const allowed = new Set(
      await this.#authorizer.filter(
        permission,
        [...found.values()],
        credentials,
      ),
    );
    return new Map([...found].filter(([, target]) => allowed.has(target)));
  }
}
