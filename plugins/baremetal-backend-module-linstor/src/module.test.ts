import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  baremetalStorageExtensionPoint,
  type StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';
import { baremetalModuleLinstor } from './module';

async function install(clusters: object[]) {
  const added: StorageBackend[] = [];
  const { server } = await startTestBackend({
    extensionPoints: [
      [
        baremetalStorageExtensionPoint,
        { addStorageBackend: backend => added.push(backend) },
      ],
    ],
    features: [
      baremetalModuleLinstor,
      mockServices.rootConfig.factory({ data: { baremetal: { clusters } } }),
    ],
  });
  server.close();
  return added;
}

describe('baremetalModuleLinstor', () => {
  it('adds LINSTOR through the public extension point', async () => {
    const [backend, ...rest] = await install([
      { name: 'prod', linstor: { url: 'http://linstor:3370' } },
    ]);
    expect(rest).toEqual([]);
    expect(backend).toMatchObject({
      id: 'linstor',
      provisioners: ['linstor.csi.linbit.com'],
    });
  });

  it('stops the start with a message that quotes a bad address', async () => {
    await expect(
      install([{ name: 'prod', linstor: { url: 'nonsense' } }]),
    ).rejects.toThrow('is "nonsense"');
  });
});
