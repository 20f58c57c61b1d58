import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderView, seriousFindings } from '../__testUtils__/renderView';
import { rollouts } from '../__fixtures__/rollouts';
import { ago } from '../__fixtures__/time';
import { RolloutsView } from './RolloutsView';

describe('RolloutsView', () => {
  it('opens the environment that the address names', async () => {
    const { container } = await renderView(
      <RolloutsView rollouts={rollouts} />,
      { path: '/?environment=stage' },
    );
    expect(
      screen.getByRole('region', {
        name: 'Rollout in stage: 1.8.0 → 1.9.2',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { current: true })).toHaveTextContent(
      'stage',
    );
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('opens what needs somebody most when the address names nothing', async () => {
    await renderView(<RolloutsView rollouts={rollouts} />);
    expect(
      screen.getByRole('region', { name: /^Rollout in prod/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/assessed Failed due to failed/),
    ).toBeInTheDocument();
    expect(screen.getAllByText('not reached')).toHaveLength(6);
  });

  it('opens another environment when it is chosen', async () => {
    await renderView(<RolloutsView rollouts={rollouts} />);
    await userEvent.click(screen.getByRole('link', { name: /^dev/ }));
    expect(
      screen.getByRole('region', { name: 'Rollout in dev: 1.9.2' }),
    ).toBeInTheDocument();
  });

  it('shows steps, conditions and what can be done, with the way to do it', async () => {
    await renderView(<RolloutsView rollouts={rollouts} />, {
      path: '/?environment=stage',
    });
    const steps = within(screen.getByRole('list', { name: 'Steps' }));
    expect(steps.getAllByRole('listitem')).toHaveLength(9);
    expect(
      steps.getAllByRole('listitem', { current: 'step' })[0],
    ).toHaveTextContent('Person');
    expect(
      screen.getByText('Analysis is good, 5 of 5 measurements.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'kubectl argo rollouts promote checkout-api -n checkout-api-stage',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/Nothing to retry/)).toBeInTheDocument();
    expect(screen.queryByText(/argo rollouts retry/)).toBeNull();
  });

  it('draws measurements and weights with a twin in words', async () => {
    await renderView(<RolloutsView rollouts={rollouts} />, {
      path: '/?environment=stage',
    });
    expect(
      screen.getByRole('img', {
        name: /^success-rate: .*0\.997.*0\.996.*0\.998/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /^p95 latency: .*288.*no data/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: /^Share of the new version: 5 % from .*, 20 % from /,
      }),
    ).toBeInTheDocument();
  });

  it('draws nothing for measurements that brought no number, and says so', async () => {
    const [, stage] = rollouts.environments;
    const detail = stage?.reading.ok ? stage.reading.value[0] : undefined;
    const [analysis] = detail?.analyses ?? [];
    const [metric] = analysis?.metrics ?? [];
    if (!stage?.reading.ok || !detail || !analysis || !metric) {
      throw new Error('fixture');
    }
    const silent = {
      ...metric,
      measurements: [{ at: ago(41, 'min'), outcome: 'noData' } as const],
    };
    const { reading } = stage;
    const value = [
      { ...detail, analyses: [{ ...analysis, metrics: [silent] }] },
    ];
    await renderView(
      <RolloutsView
        rollouts={{
          ...rollouts,
          environments: [{ ...stage, reading: { ...reading, value } }],
        }}
      />,
    );
    expect(screen.getByText(/^\d\d:\d\d no data$/)).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /^success-rate/ })).toBeNull();
  });

  it('shows the pods by version, with what happened to them', async () => {
    await renderView(<RolloutsView rollouts={rollouts} />, {
      path: '/?environment=stage',
    });
    const pods = within(screen.getByRole('region', { name: 'Pods' }));
    expect(pods.getByText('5 of 5 ready')).toBeInTheDocument();
    expect(pods.getByText('4 of 4 ready')).toBeInTheDocument();
    expect(pods.getByText('checkout-api-7c4b6-x7k2p')).toBeInTheDocument();
    expect(pods.getByText(/liveness probe timed out/)).toBeInTheDocument();
  });

  it('says which kinds may not be read beside what is known', async () => {
    const message = 'stage does not let us read analysis runs.';
    const environments = rollouts.environments.map(column =>
      column.environment === 'stage'
        ? { ...column, problems: [{ kind: 'forbidden' as const, message }] }
        : column,
    );
    await renderView(
      <RolloutsView rollouts={{ ...rollouts, environments }} />,
      {
        path: '/?environment=stage',
      },
    );
    expect(screen.getByText(message)).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Rollout in stage: 1.8.0 → 1.9.2' }),
    ).toBeInTheDocument();
  });

  it('says what is silent, forbidden or not there', async () => {
    const [dev, stage, prod] = rollouts.environments;
    if (!dev || !stage?.reading.ok || !prod) {
      throw new Error('fixture');
    }
    const { reading } = stage;
    const view = (environment: string) => (
      <RolloutsView
        rollouts={{
          ...rollouts,
          environments: [
            { ...dev, reading: { ...reading, value: [] } },
            {
              ...stage,
              reading: {
                ...reading,
                lost: {
                  since: ago(9, 'min'),
                  problem: {
                    kind: 'unreachable',
                    message: 'no route to stage',
                  },
                },
              },
            },
            {
              ...prod,
              reading: {
                cluster: 'prod',
                ok: false,
                problem: {
                  kind: 'forbidden',
                  message: 'prod: may not list rollouts',
                },
              },
            },
          ],
        }}
        key={environment}
      />
    );
    const { unmount } = await renderView(view('prod'), {
      path: '/?environment=prod',
    });
    expect(screen.getAllByText('prod: may not list rollouts')).toHaveLength(2);
    unmount();
    const second = await renderView(view('dev'), {
      path: '/?environment=dev',
    });
    expect(screen.getAllByText('Nothing runs in dev.')).toHaveLength(2);
    second.unmount();
    await renderView(view('stage'), { path: '/?environment=stage' });
    expect(screen.getAllByText(/9 min ago: no route to stage/)).toHaveLength(2);
  });
});
