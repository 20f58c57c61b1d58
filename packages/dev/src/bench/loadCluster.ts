import type { SimulatedCluster } from '@baremetal/platform-sim';
import { request, Agent } from 'node:https';

const ROLLOUTS = '/apis/argoproj.io/v1alpha1';
const CLASS = 'node.cluster.x-k8s.io/hardware-class';
const ZONE = 'topology.kubernetes.io/zone';
const DIGEST = `sha256:${'ab12'.repeat(16)}`;

const NODE_STATUS = {
  allocatable: { cpu: '32', memory: '128Gi', pods: '110' },
  conditions: [{ type: 'Ready', status: 'True' }],
};

export interface LoadOptions {
  readonly environment: string;
  readonly services: readonly string[];
  readonly podsPerService: number;
}

/** Fills a cluster with services in the middle of a canary, as objects that controllers would have made. */
export async function loadCluster(
  cluster: SimulatedCluster,
  { environment, services, podsPerService }: LoadOptions,
): Promise<void> {
  const send = sender(cluster);
  for (let node = 0; node < 12; node += 1) {
    await send('/api/v1/nodes', nodeObject(node), NODE_STATUS);
  }
  for (const service of services) {
    const namespace = `${service}-${environment}`;
    await send('/api/v1/namespaces', { metadata: { name: namespace } });
    await loadService(send, { service, namespace, pods: podsPerService });
  }
}

type Send = ReturnType<typeof sender>;

async function loadService(
  send: Send,
  {
    service,
    namespace,
    pods,
  }: { service: string; namespace: string; pods: number },
): Promise<void> {
  const labels = { 'backstage.io/kubernetes-id': service, app: service };
  const canaryPods = Math.ceil(pods / 5);
  const rollout = await send(
    `${ROLLOUTS}/namespaces/${namespace}/rollouts`,
    rolloutObject(service, labels, pods),
    rolloutStatus(pods, canaryPods),
  );
  for (const [hash, replicas] of [
    ['stable', pods - canaryPods],
    ['canary', canaryPods],
  ] as const) {
    const ofSet = { ...labels, 'rollouts-pod-template-hash': hash };
    const set = await send(
      `/apis/apps/v1/namespaces/${namespace}/replicasets`,
      {
        metadata: {
          name: `${service}-${hash}`,
          labels: ofSet,
          ownerReferences: [ownedBy('Rollout', rollout)],
          annotations: {
            'rollout.argoproj.io/revision': hash === 'stable' ? '1' : '2',
          },
        },
        spec: {
          replicas,
          selector: { matchLabels: ofSet },
          template: template(service, ofSet),
        },
      },
      { replicas, readyReplicas: replicas, availableReplicas: replicas },
    );
    for (let pod = 0; pod < replicas; pod += 1) {
      await send(
        `/api/v1/namespaces/${namespace}/pods`,
        {
          metadata: {
            name: `${service}-${hash}-${pod}`,
            labels: ofSet,
            ownerReferences: [ownedBy('ReplicaSet', set)],
          },
          spec: {
            ...template(service, ofSet).spec,
            nodeName: `node-${(pod * 5) % 12}`,
          },
        },
        podStatus(service),
      );
    }
  }
}

function nodeObject(node: number) {
  return {
    metadata: {
      name: `node-${node}`,
      labels: {
        [CLASS]: node % 3 === 0 ? 'storage-heavy' : 'compute',
        [ZONE]: `pdu-${'abc'[node % 3]}`,
      },
    },
    spec: {},
  };
}

function template(service: string, labels: object) {
  return {
    metadata: { labels },
    spec: {
      nodeSelector: { [CLASS]: 'compute' },
      containers: [
        {
          name: 'app',
          image: `registry.example/shop/${service}:1.9.2`,
          resources: { requests: { cpu: '250m', memory: '256Mi' } },
        },
      ],
    },
  };
}

function rolloutObject(service: string, labels: object, replicas: number) {
  return {
    metadata: {
      name: service,
      labels,
      annotations: { 'rollout.argoproj.io/revision': '2' },
    },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: template(service, labels),
      strategy: {
        canary: {
          stableService: `${service}-stable`,
          canaryService: `${service}-canary`,
          steps: [{ setWeight: 20 }, { pause: {} }, { setWeight: 50 }],
        },
      },
    },
  };
}

function rolloutStatus(replicas: number, updatedReplicas: number) {
  return {
    observedGeneration: '1',
    phase: 'Paused',
    message: 'CanaryPauseStep',
    currentPodHash: 'canary',
    stableRS: 'stable',
    currentStepIndex: 1,
    controllerPause: true,
    pauseConditions: [
      { reason: 'CanaryPauseStep', startTime: '2026-11-22T14:02:00Z' },
    ],
    replicas,
    updatedReplicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
  };
}

function podStatus(service: string) {
  return {
    phase: 'Running',
    startTime: '2026-11-22T14:02:00Z',
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: [
      {
        name: 'app',
        ready: true,
        restartCount: 0,
        imageID: `registry.example/shop/${service}@${DIGEST}`,
      },
    ],
  };
}

interface Made {
  readonly metadata: { readonly name: string; readonly uid: string };
}

function ownedBy(kind: string, { metadata: { name, uid } }: Made) {
  return { apiVersion: 'v1', kind, name, uid, controller: true };
}

/** Creates an object, then writes its status, as a controller would. */
function sender({ access }: SimulatedCluster) {
  const agent = new Agent({ keepAlive: true, ca: access.ca });
  const call = (method: string, path: string, body: object) =>
    new Promise<Made>((resolve, reject) => {
      const type = method === 'POST' ? 'json' : 'merge-patch+json';
      const outgoing = request(
        new URL(path, access.url),
        {
          method,
          agent,
          headers: {
            authorization: `Bearer ${access.adminToken}`,
            'content-type': `application/${type}`,
          },
        },
        async response => {
          const text = (await response.setEncoding('utf8').toArray()).join('');
          if ((response.statusCode ?? 500) < 300) {
            resolve(JSON.parse(text) as Made);
          } else {
            reject(new Error(`${method} ${path}: ${text}`));
          }
        },
      );
      outgoing.on('error', reject).end(JSON.stringify(body));
    });
  return async (path: string, object: object, status?: object) => {
    const made = await call('POST', path, object);
    if (status) {
      const own = `${path}/${made.metadata.name}/status`;
      await call('PATCH', own, { status });
    }
    return made;
  };
}
