import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { listen, stopServer } from '../http/listen';
import type { SimStorage } from './model';
import type { RunningStorage, StorageControls, StorageOptions } from './ports';
import { createControls, createProvisioner } from './provisioner';
import { answer, type Answer } from './routes';
import { storageSeries } from './series';

type ControllerState = Parameters<StorageControls['setController']>[0];

/** Starts the LINSTOR controller of one cluster. */
export async function startStorage(
  options: StorageOptions,
): Promise<RunningStorage> {
  const storage: SimStorage = {
    nodes: new Map(
      options.nodes.map(node => [node.name, { ...node, on: true }]),
    ),
    classes: new Map(options.classes.map(rule => [rule.name, rule])),
    resources: new Map(),
    now: options.now,
  };
  let controller: ControllerState = 'up';
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume();
    if (controller !== 'hanging') {
      const reply =
        controller === 'failing'
          ? refusal(503, 'The controller is starting')
          : authorized(request, options.token) ?? answer(storage, request);
      send(response, reply);
    }
  });
  const url = await listen(server, options.port ?? 0);
  return {
    url,
    provisioner: createProvisioner(storage),
    controls: createControls(storage, state => {
      controller = state;
    }),
    get requests() {
      return requests;
    },
    series: () => storageSeries(storage),
    stop: () => stopServer(server),
  };
}

function authorized(
  { headers }: IncomingMessage,
  token: string | undefined,
): Answer | undefined {
  return token !== undefined && headers.authorization !== `Bearer ${token}`
    ? refusal(401, 'Authentication is required')
    : undefined;
}

/** A refusal as LINSTOR words it: a list of answers. */
export function refusal(status: number, message: string): Answer {
  return { status, text: JSON.stringify([{ ret_code: -1, message }]) };
}

function send(response: ServerResponse, { status, text }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(text);
}
