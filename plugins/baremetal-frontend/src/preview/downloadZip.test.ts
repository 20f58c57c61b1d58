import { strFromU8, unzipSync } from 'fflate';
import { zipOf } from './downloadZip';

describe('zipOf', () => {
  it('keeps every file, byte by byte, in a folder of the service', async () => {
    const files = new Map([
      ['deploy/base/kustomization.yaml', 'resources:\n  - rollout.yaml\n'],
      ['docs/index.md', 'Prüfung – für alle\n'],
    ]);
    const unzipped = unzipSync(await zipOf('orders', files));
    expect(
      Object.entries(unzipped).map(([path, bytes]) => [path, strFromU8(bytes)]),
    ).toEqual([...files].map(([path, text]) => [`orders/${path}`, text]));
  });
});
