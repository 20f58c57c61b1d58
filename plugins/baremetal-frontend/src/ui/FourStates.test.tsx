import { ResponseError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderView, seriousFindings } from '../__testUtils__/renderView';
import { ago, NOW } from '../__fixtures__/time';
import type { Fresh } from '../api/useFresh';
import { FourStates } from './FourStates';
import { ObservedAt } from './ObservedAt';

interface Value {
  readonly items: readonly string[];
  readonly answeredAt: string;
}

function view(fresh: Fresh<Value>) {
  return (
    <FourStates
      fresh={fresh}
      what="the items"
      shape={[40]}
      empty={value =>
        value.items.length === 0 ? <p>No items yet: add one.</p> : undefined
      }
    >
      {value => <p>{value.items.join(', ')}</p>}
    </FourStates>
  );
}

async function refused(status: number, message: string): Promise<Error> {
  return ResponseError.fromResponse(
    Response.json(
      { error: { name: 'Error', message }, response: { statusCode: status } },
      { status },
    ),
  );
}

describe('FourStates', () => {
  it('says what it is loading', async () => {
    const { container } = await renderView(view({ state: 'loading' }));
    expect(
      screen.getByRole('status', { name: 'Loading the items' }),
    ).toHaveAttribute('aria-busy', 'true');
    expect(await seriousFindings(container)).toEqual([]);
  });

  it.each([
    [403, /You may not see the items/],
    [404, /could not be found/],
    [401, /signed out/],
    [500, /could not answer/],
  ])('answers a %d with what the reader can do', async (status, words) => {
    const retry = jest.fn();
    await renderView(
      view({
        state: 'failed',
        error: await refused(status, 'Said by the backend.'),
        retry,
      }),
    );
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.getByText('Said by the backend.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('says that the backend cannot be reached', async () => {
    await renderView(
      view({
        state: 'failed',
        error: new TypeError('Failed to fetch'),
        retry: () => {},
      }),
    );
    expect(screen.getByText(/cannot be reached/)).toBeInTheDocument();
  });

  it('says why it is empty', async () => {
    await renderView(
      view({
        state: 'ready',
        value: { items: [], answeredAt: NOW },
        receivedAt: 0,
        failure: undefined,
        reload: () => {},
      }),
    );
    expect(screen.getByText('No items yet: add one.')).toBeInTheDocument();
  });

  it('keeps what it knew when it cannot be renewed, and says so', async () => {
    const reload = jest.fn();
    await renderView(
      view({
        state: 'ready',
        value: { items: ['a', 'b'], answeredAt: NOW },
        receivedAt: 0,
        failure: new TypeError('Failed to fetch'),
        reload,
      }),
    );
    expect(screen.getByText('a, b')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Not up to date: the last try to renew this failed (Failed to fetch).',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('ObservedAt', () => {
  it('is quiet while the source answers', async () => {
    await renderView(<ObservedAt at={ago(3, 's')} />);
    expect(screen.getByText('3 s ago')).toBeInTheDocument();
  });

  it('says since when and why a source is silent', async () => {
    await renderView(
      <ObservedAt
        at={ago(9, 'min')}
        lost={{
          since: ago(9, 'min'),
          problem: { kind: 'unreachable', message: 'connection refused' },
        }}
      />,
    );
    expect(
      screen.getByText(/^last seen .*, 9 min ago: connection refused$/),
    ).toBeInTheDocument();
  });
});
