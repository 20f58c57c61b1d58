import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openPromotion, queue } from '../__fixtures__/promotions';
import {
  fakeApi,
  renderView,
  seriousFindings,
} from '../__testUtils__/renderView';
import { PromotionsPage } from './PromotionsPage';
import { QueueView } from './QueueView';

function rows() {
  return within(screen.getByRole('grid', { name: 'the promotions' }))
    .getAllByRole('row')
    .map(row => row.textContent ?? '');
}

describe('QueueView', () => {
  it('lists promotions by whose turn it is, with what is missing in words', async () => {
    const { container } = await renderView(<QueueView queue={queue} />);
    expect(rows().map(row => row.slice(0, 12))).toEqual([
      expect.stringContaining('Service'),
      'Waits for yo',
      'checkout-api',
      expect.stringContaining('mail-relay'),
      'Stuck2',
      expect.stringContaining('ranker'),
      expect.stringContaining('cart-api'),
      'Git says 1.9',
      'Waits for so',
      expect.stringContaining('geo-api'),
      'Moving or ju',
      expect.stringContaining('search-api'),
    ]);
    expect(
      screen.getByText('Needs 3 more cores on compute after losing a node.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('team-search asks for less, or platform frees 3 cores.'),
    ).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('names every gate and its state for those who do not see it', async () => {
    await renderView(<QueueView queue={queue} />);
    const row = within(screen.getByRole('row', { name: /geo-api/ }));
    expect(
      row.getAllByRole('img').map(mark => mark.getAttribute('aria-label')),
    ).toEqual([
      'to',
      'Rollout healthy: passed',
      'Same digest: warning',
      'Fits: checking',
      'Storage healthy: not known yet',
      'No other promotion: passed',
      'Four eyes: passed',
    ]);
  });

  it('shows only mine, and what is searched for', async () => {
    await renderView(<QueueView queue={queue} />);
    await userEvent.click(
      screen.getByRole('radio', { name: 'Waits for me 2' }),
    );
    expect(rows()).toHaveLength(4);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'mail',
    );
    expect(rows()).toHaveLength(3);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'x',
    );
    expect(screen.getByText(/Nothing matches/)).toBeInTheDocument();
  });

  it('leads to one promotion', async () => {
    await renderView(<QueueView queue={queue} />);
    expect(
      screen.getByRole('link', {
        name: 'Open the promotion of checkout-api to stage',
      }),
    ).toHaveAttribute('href', '/baremetal/promotions/checkout-api-stage-479');
  });
});

describe('PromotionsPage', () => {
  it('says what to do when no promotion is open', async () => {
    await renderView(<PromotionsPage />, {
      api: fakeApi({
        getPromotions: async () => ({ ...queue, promotions: [] }),
      }),
    });
    expect(
      await screen.findByText('No promotion is open.'),
    ).toBeInTheDocument();
  });

  it('waits with new rows until the reader asks', async () => {
    const getPromotions = jest
      .fn()
      .mockResolvedValueOnce(queue)
      .mockResolvedValue({
        ...queue,
        promotions: [
          {
            ...openPromotion,
            id: 'new',
            service: { ...openPromotion.service, name: 'fresh-api' },
          },
          ...queue.promotions,
        ],
      });
    await renderView(<PromotionsPage />, { api: fakeApi({ getPromotions }) });
    await screen.findByText('mail-relay');
    // Coming back to the page after the poll's interval asks again.
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    document.dispatchEvent(new Event('visibilitychange'));
    const button = await screen.findByRole('button', {
      name: '1 row changed its place: sort again',
    });
    expect(screen.queryByText('fresh-api')).toBeNull();
    await userEvent.click(button);
    expect(screen.getByText('fresh-api')).toBeInTheDocument();
    expect(screen.queryByText(/sort again/)).toBeNull();
    jest.restoreAllMocks();
  });
});
