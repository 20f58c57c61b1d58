import { PlatformClock } from '../clock';
import { createCertificates } from '../tls/certificates';
import { kubernetesContract } from './contract';
import { SimulatedCluster } from './SimulatedCluster';

describe('the embedded API server', () => {
  let cluster: SimulatedCluster;

  beforeAll(async () => {
    cluster = await SimulatedCluster.start({
      name: 'dev',
      clock: PlatformClock.create(Date.now()),
      certificates: createCertificates(Date.now()),
    });
  });

  afterAll(() => cluster.stop());

  it.each(kubernetesContract.map(one => [one.name, one] as const))(
    '%s',
    async (_, one) => {
      const run = one.run({ cluster: cluster.access });
      await expect(run).resolves.toBeUndefined();
    },
  );
});
