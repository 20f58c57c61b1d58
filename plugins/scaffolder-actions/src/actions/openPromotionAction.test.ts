import type { OpenPromotionRequest } from '@baremetal/backstage-plugin-baremetal-common';
import { parse } from 'yaml';
import { fakeBaremetal } from '../__testUtils__/fakes';
import { runAction } from '../__testUtils__/runAction';
import { createOpenPromotionAction } from './openPromotionAction';
import { examples } from './openPromotionAction.examples';

const { input } = parse(examples[0]!.example).steps[0];

function asked() {
  const requests: OpenPromotionRequest[] = [];
  const baremetal = fakeBaremetal({
    openPromotion: async request => {
      requests.push(request);
      return {
        outcome: request.dryRun ? 'wouldOpen' : 'opened',
        preview: {} as never,
        ...(request.dryRun
          ? {}
          : {
              promotion: {
                id: 'p1',
                changeUrl: 'https://git.example/1',
              } as never,
            }),
      };
    },
  });
  return { requests, action: createOpenPromotionAction({ baremetal }) };
}

describe('baremetal:promotion:open', () => {
  it('runs its example', async () => {
    const { action, requests } = asked();
    expect(await runAction(action, { input })).toEqual({
      outcome: 'opened',
      changeUrl: 'https://git.example/1',
      promotionId: 'p1',
    });
    expect(requests).toEqual([input]);
  });

  it('asks once when the task is run again', async () => {
    const { action, requests } = asked();
    const kept = new Map<string, unknown>();
    const checkpoint = async ({
      key,
      fn,
    }: {
      key: string;
      fn: () => unknown;
    }) => {
      if (!kept.has(key)) kept.set(key, await fn());
      return kept.get(key);
    };
    await runAction(action, { input, checkpoint });
    await runAction(action, { input, checkpoint });
    expect(requests).toHaveLength(1);
  });

  it('changes nothing in a dry run', async () => {
    const { action, requests } = asked();
    expect(await runAction(action, { input, isDryRun: true })).toEqual({
      outcome: 'wouldOpen',
    });
    expect(requests).toEqual([{ ...input, dryRun: true }]);
  });

  it('names what is missing', async () => {
    const { action } = asked();
    await expect(
      runAction(action, { input: { ...input, entityRef: '' } }),
    ).rejects.toThrow(/name the service/);
  });
});
