import { screen, within } from '@testing-library/react';
import { capacity } from '../__fixtures__/capacity';
import { renderView, seriousFindings } from '../__testUtils__/renderView';
import { CapacityView } from './CapacityView';

describe('CapacityView', () => {
  it('says how many more fit, now and after each loss', async () => {
    const { container } = await renderView(
      <CapacityView capacity={capacity} />,
    );
    expect(
      screen.getByText(/prod has room for 43 more pods now/),
    ).toBeInTheDocument();
    const room = within(
      screen.getByRole('region', { name: 'Room for more pods' }),
    );
    const prod = within(room.getByRole('region', { name: 'prod' }));
    expect(
      prod.getByRole('img', { name: 'prod, Now: 43 more fit' }),
    ).toBeInTheDocument();
    expect(
      prod.getByRole('img', { name: 'prod, A domain goes: 4 more fit' }),
    ).toBeInTheDocument();
    expect(prod.getByText('worst: pdu-b; 2 pods move')).toBeInTheDocument();
    expect(prod.getByText('500 m CPU, 512 MiB')).toBeInTheDocument();
    expect(prod.getByText('Memory runs out first.')).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('does not take unknown for none', async () => {
    await renderView(<CapacityView capacity={capacity} />);
    expect(
      screen.getByRole('img', {
        name: 'dev, A domain goes: not known more fit',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('not known')).toBeInTheDocument();
    expect(
      screen.getByText(/Not deployed here, so there is no pod/),
    ).toBeInTheDocument();
  });

  it('draws a canary per step and what protects the pods', async () => {
    await renderView(<CapacityView capacity={capacity} />);
    expect(
      screen.getByRole('img', {
        name: '20 %: 5 stable, 1 new, 2 more while pods start',
      }),
    ).toBeInTheDocument();
    const protection = within(
      screen.getByRole('region', { name: 'What protects it' }),
    );
    expect(protection.getByText('m-prod-06')).toBeInTheDocument();
    expect(protection.getByText('2 pods')).toBeInTheDocument();
    expect(
      protection.getByText('Disruption budget: at least 5 pods'),
    ).toBeInTheDocument();
    expect(protection.getByText('No disruption budget.')).toBeInTheDocument();
  });

  it('shows a cluster that cannot be read beside the others', async () => {
    await renderView(
      <CapacityView
        capacity={{
          ...capacity,
          environments: capacity.environments.map(column =>
            column.environment === 'stage'
              ? {
                  ...column,
                  reading: {
                    cluster: 'stage',
                    ok: false,
                    problem: {
                      kind: 'timedOut',
                      message: 'stage: no answer in 10 s',
                    },
                  },
                }
              : column,
          ),
        }}
      />,
    );
    expect(screen.getByText('stage: no answer in 10 s')).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'prod, Now: 43 more fit' }),
    ).toBeInTheDocument();
  });
});
