import {
  MemoryReader,
  OBSERVED_AT,
  readersOf,
} from '../testUtils/MemoryReader';
import {
  DOMAIN,
  environmentRows,
  NOW,
  podRow,
  target,
} from '../testUtils/rows';
import { DeliveryService } from './DeliveryService';

const service = (...readers: readonly MemoryReader[]) =>
  new DeliveryService({
    readers: readersOf(...readers),
    domainLabel: DOMAIN,
    simulated: true,
    now: () => NOW,
  });

const forbidden = (message: string) => ({
  kind: 'forbidden' as const,
  message,
});

describe('DeliveryService', () => {
  it('answers for every environment, in order', () => {
    const answer = service(
      new MemoryReader('stage', environmentRows('stage', true)),
      new MemoryReader('prod', environmentRows('prod')),
    ).rollouts(target('stage', 'prod'));

    expect(answer).toMatchObject({
      service: { name: 'checkout-api' },
      verdict: {
        tone: 'wait',
        sentence:
          'Stage waits for a person for 29 min: canary 1.9.2 is good at 20 %.',
        detail:
          'Promote one step and it goes to 100 %. Prod is healthy on 1.8.0.',
      },
      simulated: true,
      answeredAt: NOW.toISOString(),
    });
    const [stage, prod] = answer.environments;
    expect(stage).toMatchObject({
      environment: 'stage',
      cluster: 'stage',
      reading: { ok: true, observedAt: OBSERVED_AT },
    });
    expect(stage?.problems).toBeUndefined();
    const detail = stage?.reading.ok ? stage.reading.value[0] : undefined;
    expect(detail?.analyses.map(({ phase }) => phase)).toEqual(['successful']);
    expect(detail?.pods.map(({ role, domain }) => [role, domain])).toEqual([
      ...Array.from({ length: 4 }, () => ['stable', 'pdu-a']),
      ['canary', 'pdu-b'],
    ]);
    expect(prod?.reading).toMatchObject({ value: [{ phase: 'healthy' }] });
  });

  it('shows nothing of other namespaces and other services', () => {
    const rows = environmentRows('stage');
    const reader = new MemoryReader('stage', {
      ...rows,
      rollouts: rows.rollouts.map(row => ({ ...row, namespace: 'elsewhere' })),
      statefulSets: [],
    });
    const [column] = service(reader).rollouts(target('stage')).environments;
    expect(column?.reading).toMatchObject({ ok: true, value: [] });
  });

  it('says which kinds it may not read, and what that leaves unknown', () => {
    const message = 'stage does not let us read analysis runs.';
    const reader = new MemoryReader('stage', {
      ...environmentRows('stage', true),
      analysisRuns: forbidden(message),
    });
    const [column] = service(reader).rollouts(target('stage')).environments;
    expect(column?.problems).toEqual([forbidden(message)]);
    expect(column?.reading).toMatchObject({
      ok: true,
      value: [{ analyses: [], analysesProblem: forbidden(message) }],
    });
  });

  it.each(['pods', 'rollouts'] as const)(
    'cannot say anything without %s, and leaves the others alone',
    kind => {
      const problem = forbidden(`stage does not let us read ${kind}.`);
      const { environments, verdict } = service(
        new MemoryReader('stage', {
          ...environmentRows('stage'),
          [kind]: problem,
        }),
        new MemoryReader('prod', environmentRows('prod')),
      ).rollouts(target('stage', 'prod', 'mars'));
      expect(environments[0]?.reading).toEqual({
        cluster: 'stage',
        ok: false,
        problem,
      });
      expect(environments[1]?.reading.ok).toBe(true);
      expect(environments[2]?.reading).toEqual({
        cluster: 'mars',
        ok: false,
        problem: {
          kind: 'notConnected',
          message: 'Backstage is not connected to a cluster named mars.',
        },
      });
      expect(verdict.tone).toBe('unknown');
    },
  );

  it('takes a cluster without Rollouts for one without rollouts', () => {
    const rows = environmentRows('dev');
    const reader = new MemoryReader('dev', {
      ...rows,
      rollouts: { kind: 'notInstalled', message: 'dev has no rollouts.' },
      pods: [
        podRow('dev', 'a', {
          owner: { uid: 'dev/db', kind: 'StatefulSet', name: 'db' },
        }),
      ],
      statefulSets: [
        {
          uid: 'dev/db',
          name: 'db',
          namespace: 'checkout-api-dev',
          kubernetesId: 'checkout-api',
          deleting: false,
          generation: 1,
          observedGeneration: 1,
          replicas: 1,
          currentReplicas: 1,
          updatedReplicas: 0,
          readyReplicas: 1,
          availableReplicas: 1,
          currentRevision: 'r',
          updateRevision: 'r',
          images: [{ container: 'db', image: 'postgres:17' }],
          claimTemplates: ['data'],
        },
      ],
    });
    const [column] = service(reader).rollouts(target('dev')).environments;
    expect(column?.reading).toMatchObject({
      value: [
        { kind: 'StatefulSet', phase: 'healthy', stable: { text: '17' } },
      ],
    });
  });

  it('keeps the last rows of a silent cluster', () => {
    const lost = {
      since: '2026-11-22T14:22:00Z',
      problem: {
        kind: 'unreachable' as const,
        message: 'stage does not answer.',
      },
    };
    const reader = new MemoryReader('stage', environmentRows('stage'), lost);
    const { environments, verdict } = service(reader).rollouts(target('stage'));
    expect(environments[0]?.reading).toMatchObject({ ok: true, lost });
    expect(verdict.tone).toBe('unknown');
  });
});
