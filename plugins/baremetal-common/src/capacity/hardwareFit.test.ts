import { filler, LABELS, node, POOL } from './__fixtures__/cluster';
import { toHardwareFits } from './hardwareFit';
import { toPackBase } from './packBase';
import { toPackSnapshot } from './toPackSnapshot';

const GIBIBYTE = 2 ** 30;

describe('toHardwareFits', () => {
  it('answers for every class, present or only configured', () => {
    const nodes = [
      node('a1', 'pdu-a'),
      node('a2', 'pdu-a'),
      node('b1', 'pdu-b'),
      node('c1', 'pdu-c'),
      node('g1', 'pdu-a', {
        labels: { [POOL]: 'gpu', [LABELS.domain]: 'pdu-a' },
      }),
    ];
    expect(
      toHardwareFits(
        toPackBase(
          toPackSnapshot(
            { nodes, pods: [filler('f', 'g1', 1000)], volumes: [] },
            LABELS,
          ),
        ),
        { cpuMillis: 2000, memoryBytes: GIBIBYTE },
        { classes: ['compute', 'storage-heavy'], poolLabel: POOL },
      ),
    ).toEqual([
      {
        name: 'compute',
        nodes: 4,
        domains: ['pdu-a', 'pdu-b', 'pdu-c'],
        largestNode: { cpuMillis: 4000, memoryBytes: 16 * GIBIBYTE },
        fitsNow: 8,
        fitsAfterNodeLoss: 6,
        // What ran on g1 needs a place as well.
        fitsAfterDomainLoss: 3,
      },
      {
        name: 'storage-heavy',
        nodes: 0,
        domains: [],
        largestNode: { cpuMillis: 0, memoryBytes: 0 },
        fitsNow: 0,
        fitsAfterNodeLoss: 0,
      },
      {
        name: 'gpu',
        nodes: 1,
        domains: ['pdu-a'],
        largestNode: { cpuMillis: 4000, memoryBytes: 16 * GIBIBYTE },
        fitsNow: 1,
        fitsAfterNodeLoss: 0,
      },
    ]);
  });
});
