import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toAppConfig } from '@baremetal/platform-sim';
import { freePorts } from '../../start/ports';
import type { ControlPlane } from '../../start/startControlPlane';

const ROOT = resolve(__dirname, '../../../../..');

export type Persona = 'dana' | 'tom' | 'mira';

/** The product's backend, configured for the real platform as for any other, and called as people call it. */
export class Portal {
  readonly #url: string;
  readonly #tokens = new Map<Persona, string>();

  private constructor(url: string) {
    this.#url = url;
  }

  /** Starts the backend; it ends with the platform. */
  static async start(platform: ControlPlane): Promise<Portal> {
    const [port] = await freePorts(1);
    const url = `http://localhost:${port}`;
    const caFile = join(platform.dir, 'ca.pem');
    const config = join(platform.dir, 'app-config.platform.yaml');
    writeFileSync(caFile, platform.management.ca);
    writeFileSync(config, JSON.stringify(toAppConfig(platform, { caFile })), {
      mode: 0o600,
    });
    platform.children.start('backend', {
      command: process.execPath,
      args: [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/index.ts',
        '--config',
        join(ROOT, 'app-config.yaml'),
        '--config',
        config,
      ],
      cwd: join(ROOT, 'packages/backend'),
      env: {
        NODE_ENV: 'development',
        APP_CONFIG_backend_baseUrl: JSON.stringify(url),
        APP_CONFIG_backend_listen_port: String(port),
      },
    });
    await platform.children.until(
      'backend',
      async () => (await fetch(`${url}/.backstage/health/v1/readiness`)).ok,
      120,
    );
    return new Portal(url);
  }

  get<T>(persona: Persona, path: string): Promise<T> {
    return this.#send(persona, 'GET', path);
  }

  post<T>(persona: Persona, path: string, body: unknown): Promise<T> {
    return this.#send(persona, 'POST', path, body);
  }

  async #send<T>(
    persona: Persona,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> {
    const answer = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.#token(persona)}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(
        `${method} ${path} as ${persona}: ${answer.status} ${text.slice(
          0,
          600,
        )}`,
      );
    }
    return JSON.parse(text);
  }

  async #token(persona: Persona): Promise<string> {
    const known = this.#tokens.get(persona);
    if (known !== undefined) return known;
    const answer = await fetch(`${this.#url}/api/auth/personas/refresh`, {
      headers: { 'x-persona': persona, 'x-requested-with': 'XMLHttpRequest' },
    });
    if (!answer.ok) {
      throw new Error(
        `${persona} cannot sign in: ${answer.status} ${await answer.text()}`,
      );
    }
    const { backstageIdentity } = (await answer.json()) as {
      backstageIdentity: { token: string };
    };
    this.#tokens.set(persona, backstageIdentity.token);
    return backstageIdentity.token;
  }
}
