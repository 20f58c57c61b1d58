import type { StoreAddress } from './store.ts';

export interface Config {
  readonly port: number;
  /** How long requests in flight may take after SIGTERM. */
  readonly drainSeconds: number;
  /** The database beside the service, when it has one. */
  readonly store?: StoreAddress;
}

/** Reads the environment once. A wrong value stops the start and names itself. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const host = env.DATABASE_HOST;
  return {
    port: number(env, 'PORT', 8080),
    drainSeconds: number(env, 'DRAIN_SECONDS', 20),
    ...(host ? { store: { host, port: number(env, 'DATABASE_PORT', 5432) } } : {}),
  };
}

function number(
  env: Record<string, string | undefined>,
  name: string,
  otherwise: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`${name} is "${text}"; it must be a whole number`);
  }
  return value;
}
