import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import { seriousFindings } from '../__testUtils__/renderView';
import { IdentityField } from './IdentityField';

const TAKEN = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

const EMPTY = { form: { identity: {} } };

describe('IdentityField', () => {
  it('asks first and blames nobody: open questions are no errors', async () => {
    await renderPage('identity', IdentityField, EMPTY);
    expect(
      await screen.findByText('Still to answer: name and owner.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/is missing/)).toBeNull();
  });

  it('mends a name by a button that says what it does', async () => {
    const { container, value } = await renderPage('identity', IdentityField, {
      form: { identity: { name: 'Orders API', owner: 'group:default/shop' } },
    });
    expect(
      await screen.findByText(/Cannot be created yet: .*; start with name\./),
    ).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Take orders-api: name, CA02' }),
    );
    expect(value()).toEqual({
      name: 'orders-api',
      owner: 'group:default/shop',
    });
    expect(
      await screen.findByText(/^Can be created: .*; it fits/),
    ).toBeInTheDocument();
  });

  it.each([
    ['free', [], /^No component that you can see/],
    ['taken', [TAKEN], /A component orders is in the catalog already/],
  ])('says that a name is %s', async (_, catalog, words) => {
    await renderPage('identity', IdentityField, { catalog });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('does not ask so for a service that is there already', async () => {
    await renderPage('identity', IdentityField, {
      catalog: [TAKEN],
      template: { archetype: 'service', existing: true },
    });
    await screen.findByText(/^Can be created: .*; it fits/);
    expect(screen.queryByText(/is in the catalog already/)).toBeNull();
  });
});
