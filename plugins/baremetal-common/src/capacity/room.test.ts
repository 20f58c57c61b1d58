import fc from 'fast-check';
import { mayRunOn, toPackBase } from './packBase';
import { computeRoom, MOST_PODS, type RoomCase } from './room';
import type { PackNode, PackPod, PodTemplate } from './snapshot';
import { ANYWHERE, type SchedulingTerms } from './terms';

const GIBIBYTE = 2 ** 30;
const ZONE = 'topology.kubernetes.io/zone';

const node = (name: string, changes: Partial<PackNode> = {}): PackNode => {
  const domain = changes.domain ?? 'pdu-a';
  return {
    name,
    domain,
    pool: 'compute',
    labels: { [ZONE]: domain, 'kubernetes.io/hostname': name },
    taints: [],
    usable: true,
    allocatable: { cpu: 4000, memory: 16 * GIBIBYTE, pods: 110 },
    ...changes,
  };
};

const template = (
  cpu: number,
  terms: Partial<SchedulingTerms> = {},
  changes: Partial<PodTemplate> = {},
): PodTemplate => ({
  namespace: 'shop',
  labels: { app: 'shop' },
  request: { amounts: { cpu, memory: GIBIBYTE }, certainty: 'exact' },
  terms: { ...ANYWHERE, ...terms },
  priority: 0,
  preempts: true,
  ...changes,
});

const pod = (
  name: string,
  on: string,
  cpu: number,
  changes: Partial<PackPod> = {},
): PackPod => ({
  ...template(cpu),
  uid: name,
  name,
  node: on,
  bound: false,
  deleting: false,
  ...changes,
});

const evenly = (changes = {}): SchedulingTerms['spread'] => [
  {
    topologyKey: ZONE,
    maxSkew: 1,
    selector: { matchLabels: { app: 'shop' } },
    matchLabelKeys: [],
    honorTaints: false,
    ...changes,
  },
];

const room = (
  nodes: readonly PackNode[],
  pods: readonly PackPod[],
  wanted: PodTemplate,
  lost: readonly string[] = [],
) => computeRoom(toPackBase({ nodes, pods }), wanted, lost);

describe('computeRoom, nothing lost', () => {
  it.each<
    [string, PackNode[], PackPod[], PodTemplate, number, RoomCase['limit']]
  >([
    [
      'fills each node by what is short',
      [node('a'), node('b')],
      [pod('p', 'a', 1000)],
      template(1500),
      4,
      { short: 'cpu' },
    ],
    [
      'does not add holes up',
      [node('a'), node('b')],
      [pod('p', 'a', 1500), pod('q', 'b', 1500)],
      template(3000),
      0,
      { short: 'cpu' },
    ],
    [
      'counts slots',
      [
        node('a', {
          allocatable: { cpu: 4000, memory: 16 * GIBIBYTE, pods: 3 },
        }),
      ],
      [pod('p', 'a', 0)],
      template(100),
      2,
      { short: 'pods' },
    ],
    [
      'counts devices',
      [
        node('a', {
          allocatable: {
            cpu: 4000,
            memory: 16 * GIBIBYTE,
            pods: 9,
            'example.com/gpu': 2,
          },
        }),
      ],
      [],
      template(
        10,
        {},
        { request: { amounts: { 'example.com/gpu': 1 }, certainty: 'exact' } },
      ),
      2,
      { short: 'example.com/gpu' },
    ],
    [
      'leaves out cordoned and silent nodes',
      [node('a', { usable: false })],
      [],
      template(100),
      0,
      'rule',
    ],
    [
      'leaves out tainted nodes',
      [
        node('a', {
          taints: [
            {
              key: 'node-role.kubernetes.io/control-plane',
              effect: 'NoSchedule',
            },
          ],
        }),
      ],
      [],
      template(100),
      0,
      'rule',
    ],
    [
      'keeps the reserve',
      [node('a')],
      [pod('reserve', 'a', 2000, { priority: -10 })],
      template(1000),
      2,
      { short: 'cpu' },
    ],
    [
      'stays on nodes its volume reaches',
      [node('a'), node('b')],
      [],
      template(2000, {}, { reachableFrom: ['b'] }),
      2,
      { short: 'cpu' },
    ],
    [
      'never counts beyond what is drawn',
      [node('a', { allocatable: { cpu: 1e9, memory: 1e15, pods: 1e6 } })],
      [],
      template(1),
      MOST_PODS,
      { short: 'memory' },
    ],
  ])('%s', (_, nodes, pods, wanted, fits, limit) => {
    const answer = room(nodes, pods, wanted);
    expect(answer.fits).toBe(fits);
    expect(answer.limit).toEqual(limit);
  });

  it('obeys a hard spread', () => {
    const nodes = [
      node('a'),
      node('b', {
        domain: 'pdu-b',
        allocatable: { cpu: 1000, memory: 16 * GIBIBYTE, pods: 9 },
      }),
    ];
    const answer = room(nodes, [], template(500, { spread: evenly() }));
    expect(answer.fits).toBe(5);
    expect([...answer.fitsByNode].sort()).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    expect(answer.limit).toBe('spread');
  });

  it('keeps replicas apart that ask for it, and away from who asks for it', () => {
    const apart = [
      {
        topologyKey: 'kubernetes.io/hostname',
        selector: { matchLabels: { app: 'shop' } },
        namespaces: [],
      },
    ];
    const nodes = [node('a'), node('b'), node('c')];
    expect(room(nodes, [], template(100, { apart })).fits).toBe(3);
    const keeper = pod('k', 'a', 100, {
      labels: {},
      terms: { ...ANYWHERE, apart },
    });
    const answer = room(nodes, [keeper], template(1000));
    expect([...answer.fitsByNode.keys()]).toEqual(['b', 'c']);
  });

  it('gives one host port once per node', () => {
    const nodes = [node('a'), node('b')];
    expect(room(nodes, [], template(100, { hostPorts: [80] })).fits).toBe(2);
  });
});

describe('computeRoom, a node lost', () => {
  it('shows that sums lie: three nodes, one large pod each', () => {
    const nodes = ['a', 'b', 'c'].map(name =>
      node(name, {
        allocatable: { cpu: 16_000, memory: 64 * GIBIBYTE, pods: 110 },
      }),
    );
    const pods = ['a', 'b', 'c'].map(name => pod(`on-${name}`, name, 10_000));
    const { stranded, fits } = room(nodes, pods, template(6000), ['a']);
    expect(stranded.map(({ name }) => name)).toEqual(['on-a']);
    expect(fits).toBe(2);
  });

  it('moves everything but daemons, placeholders and what is going', () => {
    const nodes = [node('a'), node('b')];
    const pods = [
      pod('app', 'a', 1000),
      pod('daemon', 'a', 100, { bound: true }),
      pod('placeholder', 'a', 1000, { priority: -10 }),
      pod('going', 'a', 1000, { deleting: true }),
    ];
    const { moved, stranded, fits } = room(nodes, pods, template(1000), ['a']);
    expect(moved.map(({ pod: { name }, to }) => [name, to.name])).toEqual([
      ['app', 'b'],
    ]);
    expect(stranded).toEqual([]);
    expect(fits).toBe(3);
  });

  it('uses the reserve, except for pods that may not push', () => {
    const nodes = [node('a'), node('b')];
    const reserve = pod('reserve', 'b', 3000, { priority: -10 });
    const pods = [pod('app', 'a', 2000), reserve];
    expect(room(nodes, pods, template(1000), ['a'])).toMatchObject({
      fits: 2,
      stranded: [],
    });
    const meek = [pod('app', 'a', 2000, { preempts: false }), reserve];
    expect(room(nodes, meek, template(1000), ['a']).stranded).toHaveLength(1);
  });

  it('places the important before the large before the small', () => {
    const nodes = [node('a'), node('b')];
    const pods = [
      pod('small', 'a', 500),
      pod('large', 'a', 3000),
      pod('vital', 'a', 1000, { priority: 100 }),
    ];
    const { moved, stranded } = room(nodes, pods, template(100), ['a']);
    expect(moved.map(each => each.pod.name)).toEqual(['vital', 'large']);
    expect(stranded.map(({ name }) => name)).toEqual(['small']);
  });

  it.each([
    [false, 0, 1],
    [true, 6, 0],
  ])(
    'a dead domain still counts for a spread, unless taints are honoured: %s',
    (honorTaints, fits, waiting) => {
      const nodes = ['a', 'b', 'c'].map(name =>
        node(name, { domain: `pdu-${name}` }),
      );
      const terms = { ...ANYWHERE, spread: evenly({ honorTaints }) };
      const pods = ['a', 'b', 'c'].map(name =>
        pod(`on-${name}`, name, 1000, { terms }),
      );
      const answer = room(
        nodes,
        [...pods, pod('second', 'a', 100, { terms })],
        template(1000, terms),
        ['b'],
      );
      expect(answer.fits).toBe(honorTaints ? 4 : fits);
      expect(answer.stranded).toHaveLength(waiting);
    },
  );
});

describe('every placement', () => {
  const arbitraryNodes = fc.array(
    fc.record({
      cpu: fc.integer({ min: 0, max: 8 }),
      domain: fc.constantFrom('x', 'y', 'z'),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const arbitraryPods = fc.array(
    fc.record({ on: fc.nat(5), cpu: fc.integer({ min: 1, max: 5 }) }),
    { maxLength: 12 },
  );

  it('respects resources, labels and the loss', () => {
    fc.assert(
      fc.property(
        arbitraryNodes,
        arbitraryPods,
        fc.integer({ min: 1, max: 4 }),
        (rows, residents, size) => {
          const nodes = rows.map(({ cpu, domain }, index) =>
            node(`n${index}`, {
              domain,
              allocatable: { cpu: cpu * 1000, memory: 64 * GIBIBYTE, pods: 20 },
            }),
          );
          const used = new Map<string, number>();
          const pods = residents.flatMap(({ on, cpu }, index) => {
            const target = nodes[on % nodes.length];
            const after = (used.get(target?.name ?? '') ?? 0) + cpu * 1000;
            if (!target || after > (target.allocatable.cpu ?? 0)) {
              return [];
            }
            used.set(target.name, after);
            return [pod(`p${index}`, target.name, cpu * 1000)];
          });
          const wanted = template(size * 1000);
          const answer = room(nodes, pods, wanted, ['n0']);
          for (const { name, allocatable } of nodes.slice(1)) {
            const moved = answer.moved.filter(({ to }) => to.name === name);
            const cpu =
              (used.get(name) ?? 0) +
              moved.reduce(
                (sum, each) => sum + (each.pod.request.amounts.cpu ?? 0),
                0,
              ) +
              (answer.fitsByNode.get(name) ?? 0) * size * 1000;
            expect(cpu).toBeLessThanOrEqual(allocatable.cpu ?? 0);
          }
          expect(answer.fitsByNode.has('n0')).toBe(false);
          expect(answer.moved.length + answer.stranded.length).toBe(
            pods.filter(({ node: on }) => on === 'n0').length,
          );
          expect(
            answer.moved.every(({ pod: each, to }) => mayRunOn(each.terms, to)),
          ).toBe(true);
        },
      ),
    );
  });

  it('an empty node never makes less fit', () => {
    fc.assert(
      fc.property(
        arbitraryNodes,
        fc.integer({ min: 1, max: 4 }),
        (rows, size) => {
          const nodes = rows.map(({ cpu, domain }, index) =>
            node(`n${index}`, {
              domain,
              allocatable: { cpu: cpu * 1000, memory: 64 * GIBIBYTE, pods: 20 },
            }),
          );
          const fewer = room(nodes, [], template(size * 1000)).fits;
          expect(
            room([...nodes, node('more')], [], template(size * 1000)).fits,
          ).toBeGreaterThanOrEqual(fewer);
        },
      ),
    );
  });
});
