import type { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { renderHook, waitFor } from '@testing-library/react';
import { useNameInCatalog } from './useNameInCatalog';

/** A catalog that answers once for each name. */
function inCatalog(answer: (ref: string | undefined) => Promise<object[]>) {
  const catalog = {
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: await answer(entityRefs[0]),
    }),
  } as unknown as CatalogApi;
  return function Catalog(props: { children: ReactNode }) {
    return (
      <TestApiProvider apis={[[catalogApiRef, catalog]]}>
        {props.children}
      </TestApiProvider>
    );
  };
}

const show = (wrapper: ReturnType<typeof inCatalog>, name?: string) =>
  renderHook(props => useNameInCatalog(props.name), {
    wrapper,
    initialProps: { name },
  });

describe('useNameInCatalog', () => {
  it('says that it could not ask', async () => {
    const wrapper = inCatalog(() => Promise.reject(new Error('away')));
    const { result } = show(wrapper, 'orders');
    expect(result.current).toBe('open');
    await waitFor(() => expect(result.current).toBe('failed'));
  });

  it('never tells of one name what it heard of another', async () => {
    const wrapper = inCatalog(async ref =>
      ref === 'component:default/orders' ? [{}] : [],
    );
    const { result, rerender } = show(wrapper, 'orders');
    await waitFor(() => expect(result.current).toBe('taken'));
    rerender({ name: 'orders-2' });
    expect(result.current).toBe('open');
    await waitFor(() => expect(result.current).toBe('free'));
  });

  it('does not ask about what could not be a name', async () => {
    const wrapper = inCatalog(() => Promise.reject(new Error('was asked')));
    const { result } = show(wrapper);
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(result.current).toBe('open');
  });
});
