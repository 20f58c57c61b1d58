import type { ClusterAccess } from '@baremetal/platform-sim';
import { request } from 'node:https';

/** Writes objects to a cluster as somebody who may do everything. */
export function adminOf({ url, ca, adminToken }: ClusterAccess) {
  const send = (method: string, path: string, body?: object) =>
    new Promise<unknown>((resolve, reject) => {
      const outgoing = request(
        new URL(path, url),
        {
          method,
          ca,
          agent: false,
          headers: {
            authorization: `Bearer ${adminToken}`,
            'content-type':
              method === 'PATCH'
                ? 'application/merge-patch+json'
                : 'application/json',
          },
        },
        response => {
          let text = '';
          response
            .setEncoding('utf8')
            .on('data', chunk => (text += chunk))
            .on('end', () =>
              (response.statusCode ?? 500) < 300
                ? resolve(JSON.parse(text))
                : reject(new Error(`${method} ${path}: ${text}`)),
            );
        },
      );
      outgoing.on('error', reject).end(body && JSON.stringify(body));
    });
  return {
    create: (path: string, object: object) => send('POST', path, object),
    patch: (path: string, object: object) => send('PATCH', path, object),
    remove: (path: string) => send('DELETE', path),
  };
}
