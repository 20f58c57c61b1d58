import { Agent, request } from 'node:https';
import type { OpenedResponse, OpenRequest } from '@baremetal/kube-watch';
import type { ClusterAccess } from '@baremetal/platform-sim';

/** How a reflector opens requests to one of the clusters: over verified TLS, as its administrator. */
export function opener(access: ClusterAccess): OpenRequest {
  const agent = new Agent({ ca: access.ca, keepAlive: true });
  return (path, { signal }) =>
    new Promise<OpenedResponse>((done, fail) => {
      request(
        new URL(path, access.url),
        {
          agent,
          signal,
          headers: { authorization: `Bearer ${access.adminToken}` },
        },
        response => done({ status: response.statusCode ?? 0, body: response }),
      )
        .on('error', fail)
        .end();
    });
}
