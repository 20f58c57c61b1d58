import { renderHook, waitFor } from '@testing-library/react';
import { useAboutName } from './useAboutName';

const show = (ask: (name: string) => Promise<boolean>, name?: string) =>
  renderHook(props => useAboutName(props.name, ask), {
    initialProps: { name },
  });

describe('useAboutName', () => {
  it('says that it could not ask', async () => {
    const error = new Error('away');
    const { result } = show(() => Promise.reject(error), 'orders');
    expect(result.current).toEqual({ state: 'open' });
    await waitFor(() =>
      expect(result.current).toEqual({ state: 'failed', error }),
    );
  });

  it('never tells of one name what it heard of another', async () => {
    const { result, rerender } = show(
      async name => name === 'orders',
      'orders',
    );
    const answered = (answer: boolean) =>
      waitFor(() =>
        expect(result.current).toEqual({ state: 'answered', answer }),
      );
    await answered(true);
    rerender({ name: 'orders-2' });
    expect(result.current).toEqual({ state: 'open' });
    await answered(false);
  });

  it('does not ask about what could not be a name', async () => {
    const ask = jest.fn();
    const { result } = show(ask);
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(result.current).toEqual({ state: 'open' });
    expect(ask).not.toHaveBeenCalled();
  });
});
