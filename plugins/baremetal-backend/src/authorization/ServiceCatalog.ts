import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  KUBERNETES_ID,
  type EnvironmentFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import { toServiceTarget } from './toServiceTarget';

/** Which component, as a path names it. */
export interface ServiceName {
  readonly namespace: string;
  readonly name: string;
}

export interface ServiceCatalogOptions {
  readonly catalog: Pick<
    CatalogService,
    'getEntityByRef' | 'getEntitiesByRefs'
  >;
  readonly environments: readonly EnvironmentFacts[];
}

/** Finds services in the catalog, always with the credentials of whoever asks: what they may not see is not there. */
export class ServiceCatalog {
  readonly #options: ServiceCatalogOptions;

  constructor(options: ServiceCatalogOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError */
  async find(
    { namespace, name }: ServiceName,
    credentials: BackstageCredentials,
  ): Promise<ServiceTarget> {
    const { catalog, environments } = this.#options;
    const ref = stringifyEntityRef({ kind: 'component', namespace, name });
    const entity = await catalog.getEntityByRef(ref, { credentials });
    if (!entity) {
      throw new NotFoundError(`There is no ${ref} in the catalog`);
    }
    const target = toServiceTarget(entity, environments);
    if (!target) {
      throw new NotFoundError(
        `${ref} carries no annotation ${KUBERNETES_ID}, so nothing is known of where it runs`,
      );
    }
    return target;
  }

  /** @throws NotFoundError - also for entities of another kind */
  async findByRef(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceTarget> {
    const { kind, namespace, name } = parseEntityRef(entityRef, {
      defaultKind: 'component',
    });
    if (kind.toLocaleLowerCase('en-US') !== 'component') {
      throw new NotFoundError(`${entityRef} is not a component`);
    }
    return this.find({ namespace, name }, credentials);
  }

  /** Those of the services that exist and that the caller may see in the catalog, by entity ref. */
  async findMany(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, ServiceTarget>> {
    const { catalog, environments } = this.#options;
    if (entityRefs.length === 0) {
      return new Map();
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs] },
      { credentials },
    );
    return new Map(
      items.flatMap((entity, at) => {
        const target = entity && toServiceTarget(entity, environments);
        return target ? [[entityRefs[at] ?? '', target] as const] : [];
      }),
    );
  }
}
