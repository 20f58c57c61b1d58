import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeApi } from './kubeApi';
import { createPki } from './pki';

const dir = mkdtempSync(join(tmpdir(), 'kube-api-'));
const pki = createPki(dir);
let server: Server;
afterEach(() => new Promise(done => server.close(done)));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A server that answers the first request of each connection and hangs up on later ones. */
async function hangingUp(
  answered: (path?: string) => number,
): Promise<KubeApi> {
  const used = new WeakSet<object>();
  server = createServer(
    { cert: readFileSync(pki.certFile), key: readFileSync(pki.keyFile) },
    (req, res) => {
      if (used.has(req.socket)) {
        req.socket.destroy();
        return;
      }
      used.add(req.socket);
      res.statusCode = answered(req.url);
      res.end('{"said":true}');
    },
  );
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return new KubeApi({
    url: `https://127.0.0.1:${port}`,
    ca: pki.ca,
    token: 'secret',
  });
}

describe('KubeApi', () => {
  // A whole run once ended with "socket hang up": the server had closed a connection that was kept for the next request.
  it('sends again what met a connection that was being closed', async () => {
    const api = await hangingUp(() => 200);
    for (let i = 0; i < 3; i++) {
      await expect(api.get('/version')).resolves.toEqual({ said: true });
    }
  });

  it('says what the server refused, with its status', async () => {
    const api = await hangingUp(() => 403);
    await expect(api.get('/version')).rejects.toMatchObject({
      name: 'KubeApiError',
      status: 403,
      message: 'GET /version: 403 {"said":true}',
    });
  });
});
