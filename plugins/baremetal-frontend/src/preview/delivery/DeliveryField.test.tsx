import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';
import { seriousFindings } from '../../__testUtils__/renderView';
import { DeliveryField } from './DeliveryField';

describe('DeliveryField', () => {
  it('shows the canary over time, its pods, and the same in words', async () => {
    const { container, value } = await renderPage('delivery', DeliveryField);
    expect(await screen.findByText(/by itself/)).toHaveTextContent(
      'About 8 min by itself. At most 4 pods at once in prod, 3 when it is done.',
    );
    const pods = within(
      screen.getByRole('list', { name: 'Pods of both versions in prod' }),
    );
    expect(pods.getAllByRole('listitem').map(li => li.textContent)).toEqual([
      '2 new, 2 old',
    ]);
    expect(screen.getByRole('button', { name: 'quick: 50 %' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(value()?.strategy).toBe('canary');
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('moves steps by button and by key', async () => {
    const { value } = await renderPage('delivery', DeliveryField);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Move step 3 up' }),
    );
    expect(value()?.steps?.[1]).toEqual({ analysis: true });
    act(() => screen.getByRole('button', { name: 'Remove step 2' }).focus());
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(value()?.steps?.[2]).toEqual({ analysis: true });
    await userEvent.click(
      screen.getByRole('button', { name: 'careful: 5, 20, 50 %' }),
    );
    expect(value()?.steps).toHaveLength(9);
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Measure the new version/ }),
    );
    expect(value()?.steps).toHaveLength(6);
  });

  it('asks each strategy what it needs, and forgets what it has no use for', async () => {
    const { value } = await renderPage('delivery', DeliveryField);
    await userEvent.click(
      await screen.findByRole('radio', { name: /Blue\/green/ }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Switch by itself/ }),
    );
    expect(value()).toMatchObject({
      strategy: 'blueGreen',
      blueGreen: { autoPromotionSeconds: 300, scaleDownDelaySeconds: 30 },
    });
    expect(value()?.steps).toBeUndefined();
    await userEvent.click(screen.getByRole('radio', { name: /A\/B/ }));
    expect(
      screen.getByText(/Only a router can tell callers apart/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /Rolling/ }));
    expect(value()?.blueGreen).toBeUndefined();
    expect(value()?.analysis).toBeUndefined();
    expect(screen.queryByRole('heading', { name: /What decides/ })).toBeNull();
  });

  it('offers the ways out that the platform has, with what speaks against them', async () => {
    const { value } = await renderPage('delivery', DeliveryField);
    const ways = within(
      await screen.findByRole('radiogroup', { name: 'Who reaches it' }),
    );
    expect(
      ways.getByRole('radio', { name: /Cloudflare Tunnel/ }),
    ).toBeDisabled();
    expect(ways.getByText(/Retired in March 2026/)).toBeInTheDocument();
    await userEvent.click(ways.getByRole('radio', { name: /Gateway API/ }));
    expect(screen.getByText('orders-prod.apps.example')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: /Caddy/ }));
    expect(value()).toMatchObject({
      exposure: { kind: 'gatewayApi' },
      edge: 'caddy',
    });
    // Behind a router the old version stays whole.
    expect(screen.getAllByText('2 new, 3 old').length).toBeGreaterThan(0);
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Let the old version shrink/ }),
    );
    expect(value()?.dynamicStableScale).toBe(true);
  });

  it('keeps promises, migration and production in folds that say how they stand', async () => {
    const { container, value } = await renderPage('delivery', DeliveryField);
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Change of the database.*none/,
      }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Run a command before/ }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /old version runs on the new/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: /^Production.*At once/ }),
    );
    await userEvent.click(screen.getByRole('radio', { name: /In a window/ }));
    await userEvent.click(
      screen.getByRole('button', { name: /What it promises.*99 %/ }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: /No moment without/ }),
    );
    expect(value()).toMatchObject({
      migration: { command: ['npm', 'run', 'migrate'], expandContract: true },
      productionSync: { mode: 'window', duration: '8h' },
      slo: { availability: 0.99, zeroDowntime: true },
    });
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('opens only the ways that are listed, and holds the page until a place is named', async () => {
    const { container, value } = await renderPage('delivery', DeliveryField);
    await userEvent.click(
      await screen.findByRole('button', {
        name: /What it calls.*nothing but names/,
      }),
    );
    expect(screen.getByText(/^Everything else is denied/)).toBeInTheDocument();
    const add = screen.getByRole('button', { name: 'Add a place' });
    await userEvent.click(add);
    expect(
      (await screen.findAllByText(/must name either a namespace/)).length,
    ).toBeGreaterThan(0);
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Namespace of place 1' }),
      'payments-prod',
    );
    await userEvent.click(add);
    await userEvent.click(
      screen.getByRole('button', { name: /Kind of place 2/ }),
    );
    await userEvent.click(
      screen.getByRole('option', { name: 'A range of addresses' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Addresses of place 2' }),
      '10.20.0.0/16',
    );
    expect(value()?.egress).toEqual([
      { namespace: 'payments-prod', port: 443, protocol: 'TCP' },
      { cidr: '10.20.0.0/16', port: 443, protocol: 'TCP' },
    ]);
    expect(await seriousFindings(container)).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove place 1' }),
    );
    expect(value()?.egress).toHaveLength(1);
  });

  it('leaves a worker without requests to divide no choice', async () => {
    const { value } = await renderPage('delivery', DeliveryField, {
      template: { archetype: 'worker' },
    });
    expect(
      await screen.findByText(/pod by pod: there are no requests/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('radiogroup', { name: 'Strategy' })).toBeNull();
    expect(
      screen.queryByRole('heading', { name: 'Who reaches it' }),
    ).toBeNull();
    expect(value()).toEqual({ strategy: 'rolling' });
  });
});
