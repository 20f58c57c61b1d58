import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { jobOverview, nightly } from '../__fixtures__/jobs';
import { overview, troubledOverview } from '../__fixtures__/overview';
import {
  fakeApi,
  renderView,
  seriousFindings,
} from '../__testUtils__/renderView';
import type { BaremetalApi } from '../api/BaremetalApi';
import { EnvironmentsCard } from './EnvironmentsCard';
import { OverviewLayout } from './OverviewLayout';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api' },
};

function render(
  getOverview: BaremetalApi['getOverview'],
  card = <EnvironmentsCard />,
) {
  return renderView(<EntityProvider entity={entity}>{card}</EntityProvider>, {
    api: fakeApi({ getOverview }),
  });
}

describe('EnvironmentsCard', () => {
  it('asks for the entity of the page and answers first', async () => {
    const getOverview = jest.fn(async () => overview);
    const { container } = await render(getOverview);
    expect(
      await screen.findByText(/Stage waits for a person for 29 min/),
    ).toBeInTheDocument();
    expect(getOverview).toHaveBeenCalledWith(
      { namespace: 'default', name: 'checkout-api' },
      { signal: expect.any(AbortSignal) },
    );
    expect(screen.getByText('Simulated platform')).toBeInTheDocument();
    expect(screen.getByText('3 of 3 clusters answer')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Decide on the canary in stage/ }),
    ).toHaveAttribute('href', '/service/rollouts?environment=stage');
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('shows of a job its next and its last run, and no traffic', async () => {
    await render(async () => jobOverview(nightly));
    const dev = within(await screen.findByRole('region', { name: 'dev, dev' }));
    expect(dev.getAllByRole('term').map(term => term.textContent)).toEqual([
      'Next run',
      'Last run',
      'Storage',
      'Capacity',
    ]);
    expect(dev.getByText('in 5 h')).toBeInTheDocument();
    expect(dev.getByText('every day at 04:30 UTC')).toBeInTheDocument();
    expect(dev.getByText('Succeeded 2 h 58 min ago')).toBeInTheDocument();
    expect(dev.queryByText('100 % of the traffic')).toBeNull();
    expect(dev.getByRole('link', { name: 'Runs in dev' })).toBeInTheDocument();
  });

  it('shows what runs, what is on its way, and the four rows of each environment', async () => {
    await render(async () => overview);
    const stage = within(
      await screen.findByRole('region', { name: 'stage, stage' }),
    );
    expect(stage.getByText('Waits for a person')).toBeInTheDocument();
    expect(stage.getByText('1.9.2')).toBeInTheDocument();
    expect(stage.getByText('canary, over 1.8.0')).toBeInTheDocument();
    expect(stage.getByText('20 % 1.9.2')).toBeInTheDocument();
    expect(stage.getByText('80 % 1.8.0')).toBeInTheDocument();
    expect(stage.getByText('5 of 5 ready')).toBeInTheDocument();
    expect(stage.getByText('3 of 8 steps done')).toBeInTheDocument();
    expect(stage.getByText('stage: may not list nodes')).toBeInTheDocument();
    expect(stage.getByText('3 s ago')).toBeInTheDocument();
  });

  it('does not show as running what was aborted', async () => {
    const [, stage] = overview.environments;
    if (!stage?.reading.ok || !stage.reading.value.deployed) {
      throw new Error('fixture');
    }
    const { reading } = stage;
    const state = {
      ...stage.reading.value.state,
      status: { tone: 'bad', words: 'Aborted' } as const,
      nextWeight: 0,
    };
    await render(async () => ({
      ...overview,
      environments: [
        { ...stage, reading: { ...reading, value: { deployed: true, state } } },
      ],
    }));
    expect(await screen.findByText('1.8.0')).toBeInTheDocument();
    expect(screen.getByText('not 1.9.2')).toBeInTheDocument();
  });

  it('keeps an impossible promotion visible, with its reason', async () => {
    await render(async () => overview);
    const button = await screen.findByRole('button', {
      name: 'Promote stage → prod',
    });
    expect(button).toBeDisabled();
    expect(
      screen.getByText('Not yet: the canary in stage is not finished.'),
    ).toBeInTheDocument();
  });

  it('links open promotions and tells what changed', async () => {
    await render(async () => overview);
    expect(
      await screen.findByRole('link', { name: 'Open the promotion' }),
    ).toHaveAttribute('href', '/baremetal/promotions/checkout-api-stage-479');
    expect(
      screen.getByText('Canary 1.9.2 waits for a person at 20 %'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'prod, failed' }),
    ).toBeInTheDocument();
  });

  it('shows a silent and a forbidden cluster beside the living one', async () => {
    const { container } = await render(async () => troubledOverview);
    const stage = within(
      await screen.findByRole('region', { name: 'stage, stage' }),
    );
    expect(stage.getByText(/Last known state/)).toBeInTheDocument();
    expect(stage.getByText('1.8.0')).toBeInTheDocument();
    expect(
      stage.getByText(/9 min ago: stage: connection refused/),
    ).toBeInTheDocument();
    const prod = within(screen.getByRole('region', { name: 'prod, prod' }));
    expect(prod.getByText('prod: may not list pods')).toBeInTheDocument();
    expect(
      prod.getByText(/lets the reading account list this kind/),
    ).toBeInTheDocument();
    expect(screen.getByText('1 of 3 clusters answer')).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('says what to do when no environment is configured', async () => {
    await render(async () => ({ ...overview, environments: [], hops: [] }));
    expect(
      await screen.findByText('No environment knows this service yet.'),
    ).toBeInTheDocument();
  });

  it('says so when the overview is forbidden', async () => {
    await render(async () => {
      throw Object.assign(new Error('nope'), {
        name: 'ResponseError',
        statusCode: 403,
        cause: new Error('Owned by team-payments.'),
      });
    });
    expect(
      await screen.findByText(/You may not see the state of this service/),
    ).toBeInTheDocument();
  });
});

describe('OverviewLayout', () => {
  it('draws the environments once and keeps the other cards', async () => {
    await render(
      async () => overview,
      <OverviewLayout
        cards={[
          { type: 'content', element: <EnvironmentsCard /> },
          { type: 'content', element: <p>Another card</p> },
          { type: 'info', element: <p>About</p> },
        ]}
      />,
    );
    expect(
      await screen.findAllByRole('region', { name: 'Environments' }),
    ).toHaveLength(1);
    expect(screen.getByText('Another card')).toBeInTheDocument();
    expect(screen.getByText('About')).toBeInTheDocument();
  });
});
