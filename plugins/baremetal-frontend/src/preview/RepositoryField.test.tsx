import { screen } from '@testing-library/react';
import { renderPage } from '../__testUtils__/renderPage';
import { RepositoryField } from './RepositoryField';

describe('RepositoryField', () => {
  it('is named after the service, and promises no chart that is not made', async () => {
    const { value } = await renderPage('repository', RepositoryField);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue(
      'orders',
    );
    expect(screen.getByRole('radio', { name: /Helm/ })).toBeDisabled();
    expect(value()).toMatchObject({
      host: 'git.example',
      owner: 'shop',
      name: 'orders',
      packaging: 'kustomize',
    });
  });
});
