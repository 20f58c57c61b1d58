import type { PromotionDetail } from '@baremetal/backstage-plugin-baremetal-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail } from '../__fixtures__/promotions';
import {
  fakeApi,
  renderView,
  seriousFindings,
} from '../__testUtils__/renderView';
import { ago } from '../__fixtures__/time';
import type { BaremetalApi } from '../api/BaremetalApi';
import { PromotionsPage } from './PromotionsPage';

const approved: PromotionDetail = {
  ...detail,
  reviewedHead: detail.headCommit,
  approvals: [
    {
      by: 'user:default/aylin',
      at: ago(1, 'min'),
      commit: detail.headCommit,
      counts: true,
    },
  ],
  approve: { enabled: false, words: 'You approved it already.' },
  merge: { enabled: true, words: 'Puts 1.9.2 into stage.' },
};

function open(calls: Partial<BaremetalApi>) {
  return renderView(<PromotionsPage />, {
    api: fakeApi({ getPromotion: async () => detail, ...calls }),
    path: `/${detail.id}`,
  });
}

function refusal(statusCode: number, message: string) {
  return Object.assign(new Error(message), {
    name: 'ResponseError',
    statusCode,
    cause: new Error(message),
  });
}

describe('PromotionPage', () => {
  it('shows gates as sentences, the change, and what each button is for', async () => {
    const getPromotion = jest.fn(async () => detail);
    const { container } = await open({ getPromotion });
    expect(
      await screen.findByText(/Ready, but for one person/),
    ).toBeInTheDocument();
    expect(getPromotion).toHaveBeenCalledWith(detail.id, {
      signal: expect.any(AbortSignal),
    });
    expect(screen.getByText('5 of 6 passed')).toBeInTheDocument();
    expect(screen.getByText('1 line in 1 file')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
    expect(
      screen.getByText('Needs 1 approval of another person.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /shop\/checkout-api #479/ }),
    ).toHaveAttribute('href', detail.changeUrl);
    expect(screen.getByRole('link', { name: 'checkout-api' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-api',
    );
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('approves the head that was looked at, once, and shows the new state', async () => {
    let answer = (_: PromotionDetail) => {};
    const approve = jest.fn(
      () =>
        new Promise<PromotionDetail>(resolve => {
          answer = resolve;
        }),
    );
    const getPromotion = jest
      .fn()
      .mockResolvedValueOnce(detail)
      .mockResolvedValue(approved);
    await open({ getPromotion, approvePromotion: approve });
    const button = await screen.findByRole('button', { name: 'Approve' });
    await userEvent.dblClick(button);
    expect(approve).toHaveBeenCalledTimes(1);
    expect(approve).toHaveBeenCalledWith(detail.id, {
      headCommit: detail.headCommit,
    });

    await act(async () => answer(approved));
    expect(await screen.findByText('Approved 4be91d7c.')).toBeInTheDocument();
    expect(
      await screen.findByText(/^aylin approved 4be91d7c/),
    ).toBeInTheDocument();
    expect(screen.getByText('You approved it already.')).toBeInTheDocument();
  });

  it('merges, and says that the row follows the rollout', async () => {
    const merge = jest.fn(async () => approved);
    await open({ getPromotion: async () => approved, mergePromotion: merge });
    await userEvent.click(await screen.findByRole('button', { name: 'Merge' }));
    expect(merge).toHaveBeenCalledWith(detail.id, {
      headCommit: detail.headCommit,
    });
    expect(
      await screen.findByText(/follows the rollout until it is verified/),
    ).toBeInTheDocument();
  });

  it('says that it moved since the reader looked, and asks to look at the new head', async () => {
    const moved = { ...detail, headCommit: '99999999aaaa' };
    const approve = jest
      .fn()
      .mockRejectedValueOnce(refusal(409, 'The head is 99999999 now.'))
      .mockResolvedValue(moved);
    const getPromotion = jest
      .fn()
      .mockResolvedValueOnce(detail)
      .mockResolvedValue(moved);
    await open({ getPromotion, approvePromotion: approve });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    expect(
      await screen.findByText(/moved since you looked, so nothing was done/),
    ).toBeInTheDocument();
    expect(screen.getByText('The head is 99999999 now.')).toBeInTheDocument();
    expect(
      await screen.findByText(/the head is 99999999 now\. What/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();

    await userEvent.click(
      screen.getByRole('button', { name: 'I have looked at it' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(approve).toHaveBeenLastCalledWith(detail.id, {
      headCommit: '99999999aaaa',
    });
  });

  it('says when an approval does not count any more', async () => {
    await open({
      getPromotion: async () => ({
        ...approved,
        headCommit: '99999999aaaa',
        approvals: approved.approvals.map(one => ({ ...one, counts: false })),
      }),
    });
    expect(
      await screen.findByText(/does not count any more/),
    ).toBeInTheDocument();
  });

  it('says that there is no such promotion', async () => {
    await open({
      getPromotion: async () => {
        throw refusal(404, 'No promotion x.');
      },
    });
    const alert = await screen.findByRole('alert');
    expect(
      within(alert).getByText(/this promotion could not be found/),
    ).toBeInTheDocument();
    expect(within(alert).getByText('No promotion x.')).toBeInTheDocument();
  });
});
