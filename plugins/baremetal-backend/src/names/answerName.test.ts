import type { RowsByKind } from '@baremetal/backstage-plugin-baremetal-common';
import {
  MemoryReader,
  OBSERVED_AT,
  readersOf,
} from '../testUtils/MemoryReader';
import { answerName } from './answerName';

const silent = { kind: 'unreachable', message: 'prod is silent.' } as const;
const absent = { kind: 'notInstalled', message: 'No Rollouts.' } as const;
const claimIn = (namespace: string) =>
  ({ namespace, name: 'data' } as RowsByKind['claims']);

const ENVIRONMENTS = [
  { name: 'dev', clusters: ['dev'] },
  { name: 'prod', clusters: ['prod'] },
];

const ask = (...readers: MemoryReader[]) =>
  answerName('orders', {
    readers: readersOf(...readers),
    environments: ENVIRONMENTS,
  }).places;

describe('answerName', () => {
  it('tells what is in use from what is free, and not by what', () => {
    const claims = [claimIn('orders-dev'), claimIn('orders-test')];
    expect(
      ask(
        new MemoryReader('dev', { claims }),
        new MemoryReader('prod', { claims }),
      ),
    ).toEqual([
      {
        environment: 'dev',
        namespace: 'orders-dev',
        reading: {
          cluster: 'dev',
          ok: true,
          value: { inUse: true },
          observedAt: OBSERVED_AT,
        },
      },
      {
        environment: 'prod',
        namespace: 'orders-prod',
        reading: {
          cluster: 'prod',
          ok: true,
          value: { inUse: false },
          observedAt: OBSERVED_AT,
        },
      },
    ]);
  });

  it('knows that a name is in use when one kind says so', () => {
    const [dev] = ask(
      new MemoryReader('dev', {
        claims: [claimIn('orders-dev')],
        pods: silent,
      }),
    );
    expect(dev?.reading).toMatchObject({ ok: true, value: { inUse: true } });
  });

  it('calls nothing free that could not be read', () => {
    const [dev, prod] = ask(
      new MemoryReader('dev', { rollouts: absent }),
      new MemoryReader('prod', { cronJobs: silent }),
    );
    expect(dev?.reading).toMatchObject({ ok: true, value: { inUse: false } });
    expect(prod?.reading).toEqual({
      cluster: 'prod',
      ok: false,
      problem: silent,
    });
  });

  it('says of a cluster that is not connected that it is not', () => {
    const [, prod] = ask(new MemoryReader('dev', {}));
    expect(prod?.reading).toMatchObject({
      ok: false,
      problem: { kind: 'notConnected' },
    });
  });
});
