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

  it('says that the clusters could not be asked', async () => {
    await renderView(<NameOnClusters name="orders" />, {
      api: fakeApi({ askName: () => Promise.reject(new Error('away')) }),
    });
    expect(
      await screen.findByText(/could not be asked .* \(away\)\.$/),
    ).toBeInTheDocument();
  });
});
