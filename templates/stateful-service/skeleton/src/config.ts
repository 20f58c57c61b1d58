export interface Config {
  readonly port: number;
  /** How long requests in flight may take after SIGTERM. */
  readonly drainSeconds: number;
  /** Folder on this replica's own volume. */
  readonly dataPath: string;
}

/** Reads the environment once. A wrong value stops the start and names itself. */
export function readConfig(env: Record<string, string | undefined>): Config {
  return {
    port: number(env, 'PORT', 8080),
    drainSeconds: number(env, 'DRAIN_SECONDS', 20),
    dataPath: env.DATA_PATH || '/var/lib/data',
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
