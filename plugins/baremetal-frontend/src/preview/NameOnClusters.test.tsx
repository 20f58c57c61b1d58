import type { NamePlace } from '@baremetal/backstage-plugin-baremetal-common';
import { screen } from '@testing-library/react';
import { fakeApi, renderView } from '../__testUtils__/renderView';
import { NOW } from '../__fixtures__/time';
import { NameOnClusters } from './NameOnClusters';

const place = (
  environment: string,
  reading: { inUse: boolean } | string,
): NamePlace => ({
  environment,
  namespace: `orders-${environment}`,
  reading:
    typeof reading === 'string'
      ? {
          cluster: environment,
          ok: false,
          problem: { kind: 'notConnected', message: reading },
        }
      : {
          cluster: environment,
          ok: true,
          value: reading,
          observedAt: NOW,
        },
});

const show = (...places: NamePlace[]) =>
  renderView(<NameOnClusters name="orders" />, {
    api: fakeApi({ askName: async () => ({ places }) }),
  });

describe('NameOnClusters', () => {
  it('says where the name is free, where it is not, and where nobody knows', async () => {
    await show(
      place('dev', { inUse: true }),
      place('stage', { inUse: false }),
      place('test', { inUse: false }),
      place('prod', 'Nobody answered.'),
    );
    expect(
      await screen.findByText(
        'Nothing runs or is kept under this name in stage and test.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /^Something runs or is kept under this name already, in orders-dev on dev\./,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Whether the name is in use in prod is not known: Nobody answered.',
      ),
    ).toBeInTheDocument();
  });

  it('calls nothing free that is in use on another cluster, or was seen long ago', async () => {
    const free = place('stage', { inUse: false });
    const lost = {
      since: NOW,
      problem: { kind: 'timedOut', message: 'Slow.' },
    };
    await show(
      place('dev', { inUse: false }),
      place('dev', 'No matter.'),
      place('dev', { inUse: true }),
      {
        ...free,
        reading: { ...free.reading, lost } as NamePlace['reading'],
      },
    );
    expect(await screen.findByText(/in orders-dev on dev\./)).toBeVisible();
    expect(
      screen.getByText(
        'Whether the name is in use in stage is not known: Slow.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/^Nothing runs/)).toBeNull();
  });

  it('says that the clusters could not be asked', async () => {
    await renderView(<NameOnClusters name="orders" />, {
      api: fakeApi({ askName: () => Promise.reject(new Error('away')) }),
    });
    expect(
      await screen.findByText(/could not be asked .* \(away\)\.$/),
    ).toBeInTheDocument();
  });
});
