import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { ForgeError } from '@baremetal/forge';

/** Turns a Git host that fails into an answer that says so. Everything else is handed on. */
export async function explainForge<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isForgeError(error)) throw error;
    throw error.kind === 'notFound'
      ? new NotFoundError(error.message, error)
      : new ServiceUnavailableError(error.message, error);
  }
}

function isForgeError(error: unknown): error is ForgeError {
  return error instanceof Error && error.name === 'ForgeError';
}
