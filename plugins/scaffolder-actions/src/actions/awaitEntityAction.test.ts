import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { runAction } from '../__testUtils__/runAction';
import { createAwaitEntityAction } from './awaitEntityAction';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};
const entityRef = 'component:default/orders';

/** A catalog that answers with the entity from the n-th question on. */
function catalogFrom(question: number) {
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async () =>
      catalog.getEntityByRef.mock.calls.length >= question ? entity : undefined,
  });
  return catalog;
}

describe('baremetal:catalog:await', () => {
  it('asks until the catalog has the entity', async () => {
    const catalog = catalogFrom(3);
    await expect(
      runAction(createAwaitEntityAction({ catalog, every: 1 }), {
        input: { entityRef },
      }),
    ).resolves.toEqual({ found: true });
    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(3);
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(
      entityRef,
      expect.objectContaining({ credentials: expect.anything() }),
    );
  });

  it('gives up without failing the task: the service exists all the same', async () => {
    await expect(
      runAction(
        createAwaitEntityAction({ catalog: catalogFrom(9), every: 1000 }),
        { input: { entityRef, timeoutSeconds: 1 } },
      ),
    ).resolves.toEqual({ found: false });
  });

  it('asks nobody in a dry run', async () => {
    const catalog = catalogFrom(1);
    await expect(
      runAction(createAwaitEntityAction({ catalog }), {
        input: { entityRef },
        isDryRun: true,
      }),
    ).resolves.toEqual({ found: true });
    expect(catalog.getEntityByRef).not.toHaveBeenCalled();
  });
});
