import fc from 'fast-check';
import fixture from './__fixtures__/podRequestVectors.json';
import {
  podRequest,
  type RequestingContainer,
  type RequestingPod,
  type ResizedContainer,
} from './podRequest';

const MEBIBYTE = 2 ** 20;

type Amounts = readonly number[];

interface Vector {
  readonly name: string;
  readonly c: readonly Amounts[];
  readonly i?: readonly { readonly r: Amounts; readonly a?: boolean }[];
  readonly overhead?: Amounts;
  readonly pod?: { readonly cpu?: number; readonly mem?: number };
  readonly st?: readonly { readonly alloc: Amounts; readonly act: Amounts }[];
  readonly infeasible?: boolean;
  readonly want: Amounts;
}

const requests = ([cpu, memory]: Amounts) => ({
  cpu: `${cpu}m`,
  memory: `${memory}Mi`,
});

const container = (
  name: string,
  amounts: Amounts,
  always = false,
): RequestingContainer => ({
  name,
  resources: { requests: requests(amounts) },
  ...(always && { restartPolicy: 'Always' }),
});

function toPod(vector: Vector): RequestingPod {
  const { cpu, mem } = vector.pod ?? {};
  const containerStatuses = (vector.st ?? []).map(
    ({ alloc, act }, index): ResizedContainer => ({
      name: `c${index}`,
      allocatedResources: requests(alloc),
      resources: { requests: requests(act) },
    }),
  );
  return {
    spec: {
      containers: vector.c.map((each, index) => container(`c${index}`, each)),
      initContainers: vector.i?.map(({ r, a }, index) =>
        container(`i${index}`, r, a),
      ),
      overhead: vector.overhead && requests(vector.overhead),
      resources: vector.pod && {
        requests: {
          ...(cpu !== undefined && { cpu: `${cpu}m` }),
          ...(mem !== undefined && { memory: `${mem}Mi` }),
        },
      },
    },
    status: {
      containerStatuses,
      conditions: vector.infeasible
        ? [{ type: 'PodResizePending', status: 'True', reason: 'Infeasible' }]
        : [],
    },
  };
}

describe('podRequest', () => {
  it.each(fixture.vectors.map(vector => [vector.name, vector as Vector]))(
    '%s',
    (_, vector) => {
      const { amounts, certainty } = podRequest(toPod(vector));
      expect([amounts.cpu, (amounts.memory ?? 0) / MEBIBYTE]).toEqual(
        vector.want,
      );
      expect(certainty).toBe('exact');
    },
  );

  it('takes the larger of spec and status for a sidecar that is resized', () => {
    const pod: RequestingPod = {
      spec: {
        containers: [container('app', [100, 10])],
        initContainers: [container('proxy', [50, 10], true)],
      },
      status: {
        initContainerStatuses: [
          { name: 'proxy', resources: { requests: requests([200, 5]) } },
        ],
      },
    };
    expect(podRequest(pod).amounts).toEqual({
      cpu: 300,
      memory: 20 * MEBIBYTE,
    });
  });

  it('lets huge pages of the pod replace the sum, but not devices', () => {
    const pod: RequestingPod = {
      spec: {
        containers: [
          {
            name: 'app',
            resources: {
              requests: { 'hugepages-2Mi': '2Mi', 'example.com/gpu': '1' },
            },
          },
        ],
        resources: {
          requests: { 'hugepages-2Mi': '4Mi', 'example.com/gpu': '9' },
        },
      },
    };
    expect(podRequest(pod).amounts).toEqual({
      'hugepages-2Mi': 4 * MEBIBYTE,
      'example.com/gpu': 1,
    });
  });

  it.each([
    [
      'a quantity that cannot be read',
      {
        containers: [
          { name: 'app', resources: { requests: { cpu: 'lots' } } },
          container('b', [5, 1]),
        ],
      },
    ],
    [
      'a claimed device',
      { containers: [container('b', [5, 1])], resourceClaims: [{}] },
    ],
  ])('is a lower bound with %s', (_, spec) => {
    expect(podRequest({ spec })).toEqual({
      amounts: { cpu: 5, memory: MEBIBYTE },
      certainty: 'lower',
    });
  });

  it('never asks for less than its containers together', () => {
    const amounts = fc.tuple(fc.nat(4000), fc.nat(4096));
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(amounts, fc.boolean()), { maxLength: 4 }),
        (containers, inits) => {
          const { amounts: got } = podRequest({
            spec: {
              containers: containers.map((each, n) => container(`c${n}`, each)),
              initContainers: inits.map(([each, always], n) =>
                container(`i${n}`, each, always),
              ),
            },
          });
          const least = containers.reduce((sum, [cpu]) => sum + cpu, 0);
          expect(got.cpu).toBeGreaterThanOrEqual(least);
        },
      ),
    );
  });
});
