import { ConflictError } from '@backstage/errors';
import type {
  BaremetalStorageExtensionPoint,
  StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';

/** The storage systems that modules added. Several may be there, each for its own drivers. */
export class StorageBackends implements BaremetalStorageExtensionPoint {
  readonly #backends: StorageBackend[] = [];

  get all(): readonly StorageBackend[] {
    return this.#backends;
  }

  addStorageBackend(backend: StorageBackend): void {
    for (const other of this.#backends) {
      if (other.id === backend.id) {
        throw new ConflictError(
          `Two modules add a storage backend named "${backend.id}"`,
        );
      }
      const driver = backend.provisioners.find(each =>
        other.provisioners.includes(each),
      );
      if (driver !== undefined) {
        throw new ConflictError(
          `The storage backends "${other.id}" and "${backend.id}" both answer for volumes of ${driver}`,
        );
      }
    }
    this.#backends.push(backend);
  }
}
