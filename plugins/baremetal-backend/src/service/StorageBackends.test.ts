import type { StorageBackend } from '@baremetal/backstage-plugin-baremetal-node';
import { StorageBackends } from './StorageBackends';

const backend = (id: string, ...provisioners: string[]) =>
  ({ id, provisioners } as Partial<StorageBackend> as StorageBackend);

it('keeps all that are added', () => {
  const backends = new StorageBackends();
  backends.addStorageBackend(backend('linstor', 'linstor.csi.linbit.com'));
  backends.addStorageBackend(backend('topolvm', 'topolvm.io'));
  expect(backends.all.map(({ id }) => id)).toEqual(['linstor', 'topolvm']);
});

it.each([
  [
    'of one name',
    backend('linstor', 'other.io'),
    'Two modules add a storage backend named "linstor"',
  ],
  [
    'for one driver',
    backend('piraeus', 'linstor.csi.linbit.com'),
    'The storage backends "linstor" and "piraeus" both answer for volumes of linstor.csi.linbit.com',
  ],
])('refuses two %s', (_, second, words) => {
  const backends = new StorageBackends();
  backends.addStorageBackend(backend('linstor', 'linstor.csi.linbit.com'));
  expect(() => backends.addStorageBackend(second)).toThrow(words);
});
