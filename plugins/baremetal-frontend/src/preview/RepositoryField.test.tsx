import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import { RepositoryField } from './RepositoryField';

describe('RepositoryField', () => {
  it('is named after the service, and asks how environments differ', async () => {
    const { value } = await renderPage('repository', RepositoryField);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue(
      'orders',
    );
    await userEvent.click(screen.getByRole('radio', { name: /Helm/ }));
    expect(value()).toMatchObject({
      host: 'git.example',
      owner: 'shop',
      name: 'orders',
      packaging: 'helm',
    });
  });
});
