import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ServiceStorage } from '@baremetal/backstage-plugin-baremetal-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fakeApi,
  renderView,
  seriousFindings,
} from '../__testUtils__/renderView';
import { storage } from '../__fixtures__/storage';
import { StorageContent } from './StorageContent';
import { StorageView } from './StorageView';

/** The same answer, with one environment's reading replaced. */
function withReading(
  environment: string,
  reading: ServiceStorage['environments'][number]['reading'],
): ServiceStorage {
  return {
    ...storage,
    environments: storage.environments.map(column =>
      column.environment === environment ? { ...column, reading } : column,
    ),
  };
}

describe('StorageView', () => {
  it('draws each copy in its domain, and the same as a table', async () => {
    const { container } = await renderView(<StorageView storage={storage} />);
    const prod = within(screen.getByRole('region', { name: 'prod' }));
    const racks = within(
      prod.getByRole('list', { name: 'Copies of data-checkout-api-db-0' }),
    ).getAllByRole('listitem');
    expect(racks.map(rack => rack.textContent)).toEqual([
      expect.stringMatching(/^pdu-am-prod-03.*Up to date.*In use/),
      expect.stringMatching(/^pdu-bm-prod-07.*Up to date.*Copy/),
      expect.stringMatching(/^pdu-cm-prod-11.*45 %.*Syncing 45 %/),
    ]);
    const table = within(screen.getByRole('grid', { name: 'Copies' }));
    expect(table.getAllByRole('row')).toHaveLength(8);
    expect(table.getByText('Tie-breaker')).toBeInTheDocument();
    expect(table.getByText('not said')).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('says what the class asks for, whose word it is and how old', async () => {
    await renderView(<StorageView storage={storage} />);
    const stage = within(screen.getByRole('region', { name: 'stage' }));
    expect(
      stage.getByText(/Class asks for 2 copies in 2 domains: met\./),
    ).toBeInTheDocument();
    expect(
      stage.getByText('20 GiB on lvm-thick-r2, 4.2 GiB written'),
    ).toBeInTheDocument();
    expect(stage.getByText('LINSTOR')).toBeInTheDocument();
    expect(stage.getByText('8 s ago')).toBeInTheDocument();
  });

  it('answers what would happen for the loss that is chosen', async () => {
    await renderView(<StorageView storage={storage} />);
    const whatIf = within(screen.getByRole('region', { name: 'What if' }));
    expect(
      whatIf.getByText('It pauses while the pod moves.'),
    ).toBeInTheDocument();
    await userEvent.click(whatIf.getByRole('radio', { name: 'pdu-b' }));
    expect(whatIf.getByText('No pause.')).toBeInTheDocument();
    expect(whatIf.queryByText('It pauses while the pod moves.')).toBeNull();
  });

  it('keeps what Kubernetes knows when LINSTOR is silent', async () => {
    const stage = storage.environments[1];
    if (!stage?.reading.ok) {
      throw new Error('fixture');
    }
    await renderView(
      <StorageView
        storage={withReading('stage', {
          ...stage.reading,
          value: {
            ...stage.reading.value,
            sources: [
              { source: 'LINSTOR', problem: 'does not answer since 14:20' },
            ],
          },
        })}
      />,
    );
    expect(screen.getByText(/does not answer since 14:20/)).toBeInTheDocument();
  });

  it('says what is forbidden beside the living', async () => {
    await renderView(
      <StorageView
        storage={withReading('prod', {
          cluster: 'prod',
          ok: false,
          problem: { kind: 'forbidden', message: 'prod: may not list claims' },
        })}
      />,
    );
    expect(screen.getByText('prod: may not list claims')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'dev' })).toBeInTheDocument();
  });
});

describe('StorageContent', () => {
  it('says that a service keeps no data only when every cluster was read', async () => {
    const none = {
      ...storage,
      environments: storage.environments.map(column => ({
        ...column,
        reading: {
          cluster: column.cluster,
          ok: true,
          value: { volumes: { known: true, value: [] }, sources: [] },
          observedAt: storage.answeredAt,
        } as const,
      })),
    };
    const show = (answer: ServiceStorage) =>
      renderView(
        <EntityProvider
          entity={{
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'checkout-api' },
          }}
        >
          <StorageContent />
        </EntityProvider>,
        { api: fakeApi({ getStorage: async () => answer }) },
      );
    const { unmount } = await show(none);
    expect(
      await screen.findByText('This service keeps no data.'),
    ).toBeInTheDocument();
    unmount();

    const [first, ...others] = none.environments;
    await show({
      ...none,
      environments: [
        {
          environment: 'dev',
          cluster: 'dev',
          reading: {
            cluster: first?.cluster ?? 'dev',
            ok: false,
            problem: { kind: 'unreachable', message: 'dev is silent' },
          },
        },
        ...others,
      ],
    });
    expect(await screen.findByText('dev is silent')).toBeInTheDocument();
    expect(screen.queryByText('This service keeps no data.')).toBeNull();
  });
});
