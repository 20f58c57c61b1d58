import { forgeContract } from '../contract';
import { createMemoryForge } from './createMemoryForge';

describe('createMemoryForge', () => {
  const forge = createMemoryForge({ user: 'platform' });
  let count = 0;
  const host = {
    forge,
    reviewer: forge.as('erin'),
    stranger: forge.as('mallory', ['elsewhere']),
    newRepo: () => ({ owner: 'shop', name: `demo-${(count += 1)}` }),
  };

  it.each(forgeContract.map(one => [one.name, one] as const))(
    '%s',
    async (_, { run }) => {
      await expect(run(host)).resolves.toBeUndefined();
    },
  );
});
