import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { OpenPromotionAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { troubledOverview } from '../__fixtures__/overview';
import { openPromotion, preview } from '../__fixtures__/promotions';
import {
  fakeApi,
  renderView,
  seriousFindings,
} from '../__testUtils__/renderView';
import type { BaremetalApi } from '../api/BaremetalApi';
import { EnvironmentsCard } from './EnvironmentsCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api' },
};

const opened: OpenPromotionAnswer = {
  outcome: 'opened',
  promotion: openPromotion,
  preview,
};

async function openDialog(calls: Partial<BaremetalApi>) {
  await renderView(
    <EntityProvider entity={entity}>
      <EnvironmentsCard />
    </EntityProvider>,
    {
      api: fakeApi({
        getOverview: async () => troubledOverview,
        previewPromotion: async () => preview,
        ...calls,
      }),
    },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Promote dev → stage' }),
  );
  const dialog = await screen.findByRole('dialog');
  return within(dialog);
}

function refuse(statusCode: number, message: string) {
  return Object.assign(new Error(message), {
    name: 'ResponseError',
    statusCode,
    cause: new Error(message),
  });
}

describe('PromoteDialog', () => {
  it('shows the image that really runs, the exact change and every gate', async () => {
    const previewPromotion = jest.fn(async () => preview);
    const dialog = await openDialog({ previewPromotion });
    expect(
      await dialog.findByText('registry.example/shop/checkout-api'),
    ).toBeInTheDocument();
    expect(dialog.getByText(preview.candidate?.digest ?? '?')).toBeVisible();
    expect(dialog.getByText('1.8.0').tagName).toBe('MARK');
    expect(dialog.getAllByText('1.9.2').map(({ tagName }) => tagName)).toEqual([
      'B',
      'MARK',
    ]);
    for (const gate of preview.gates) {
      expect(dialog.getByText(gate.title)).toBeInTheDocument();
      expect(dialog.getByText(gate.sentence)).toBeInTheDocument();
    }
    expect(previewPromotion).toHaveBeenCalledWith(
      { entity: { namespace: 'default', name: 'checkout-api' }, to: 'stage' },
      { signal: expect.any(AbortSignal) },
    );
    expect(await seriousFindings(screen.getByRole('dialog'))).toEqual([]);
  });

  it('opens one pull request, however often it is pressed', async () => {
    let answer = (_: OpenPromotionAnswer) => {};
    const open = jest.fn(
      () =>
        new Promise<OpenPromotionAnswer>(resolve => {
          answer = resolve;
        }),
    );
    const dialog = await openDialog({ openPromotion: open });
    const button = await dialog.findByRole('button', {
      name: 'Open pull request',
    });
    await userEvent.dblClick(button);
    await userEvent.click(button);
    expect(open).toHaveBeenCalledTimes(1);
    expect(open).toHaveBeenCalledWith({
      entityRef: 'component:default/checkout-api',
      from: 'dev',
      to: 'stage',
      expect: preview.expect,
    });

    await act(async () => answer(opened));
    expect(
      await dialog.findByText('Pull request #479 is open.'),
    ).toBeInTheDocument();
    expect(
      dialog.getByRole('link', { name: 'Follow the promotion' }),
    ).toHaveAttribute('href', '/baremetal/promotions/checkout-api-stage-479');
    expect(
      dialog.getByRole('link', { name: /Pull request #479/ }),
    ).toHaveAttribute('href', openPromotion.changeUrl);
  });

  it('keeps its answer when the overview says that a promotion is open now', async () => {
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(troubledOverview)
      .mockResolvedValue({
        ...troubledOverview,
        hops: troubledOverview.hops.map(hop => ({
          ...hop,
          blockedBecause: 'Open already: pull request #479.',
        })),
      });
    const dialog = await openDialog({
      getOverview,
      openPromotion: async () => opened,
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Open pull request' }),
    );
    await dialog.findByText('Pull request #479 is open.');
    // Coming back to the page after the poll's interval asks again.
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await screen.findAllByText('Open already: pull request #479.');
    jest.restoreAllMocks();
    expect(dialog.getByText('Pull request #479 is open.')).toBeInTheDocument();
  });

  it('says when it was open already', async () => {
    const dialog = await openDialog({
      openPromotion: async () => ({ ...opened, outcome: 'existing' }),
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Open pull request' }),
    );
    expect(
      await dialog.findByText(/was open already; nothing was opened twice/),
    ).toBeInTheDocument();
  });

  it('looks again when the world moved since the reader looked', async () => {
    const previewPromotion = jest.fn(async () => preview);
    const dialog = await openDialog({
      previewPromotion,
      openPromotion: async () => {
        throw refuse(409, 'dev runs another digest now.');
      },
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Open pull request' }),
    );
    expect(
      await dialog.findByText(/moved since you looked/),
    ).toBeInTheDocument();
    expect(dialog.getByText('dev runs another digest now.')).toBeVisible();

    await userEvent.click(dialog.getByRole('button', { name: 'Look again' }));
    expect(previewPromotion).toHaveBeenCalledTimes(2);
    expect(dialog.queryByText(/moved since you looked/)).toBeNull();
  });

  it('says who can when the reader may not', async () => {
    const dialog = await openDialog({
      openPromotion: async () => {
        throw refuse(403, 'baremetal.promotion.open');
      },
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Open pull request' }),
    );
    expect(await dialog.findByText(/Its owner can/)).toBeInTheDocument();
  });

  it('cannot be opened while a gate fails', async () => {
    const dialog = await openDialog({
      previewPromotion: async () => ({
        ...preview,
        openable: false,
        verdict: { tone: 'bad', sentence: 'It does not fit stage.' },
      }),
    });
    expect(await dialog.findByText('It does not fit stage.')).toBeVisible();
    expect(
      dialog.getByRole('button', { name: 'Open pull request' }),
    ).toBeDisabled();
  });
});
