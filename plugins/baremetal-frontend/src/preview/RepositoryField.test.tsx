import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderPage';
import { RepositoryField } from './RepositoryField';

describe('RepositoryField', () => {
  it('is named after the service, and made of overlays or of a chart', async () => {
    const { value } = await renderPage('repository', RepositoryField);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue(
      'orders',
    );
    expect(value()).toMatchObject({
      host: 'git.example',
      owner: 'shop',
      name: 'orders',
      packaging: 'kustomize',
    });
    await userEvent.click(screen.getByRole('radio', { name: /Helm/ }));
    expect(value()?.packaging).toBe('helm');
    expect(
      await screen.findByRole('button', { name: 'Chart.yaml' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/default branch/)).toBeNull();
  });

  it('says which branch of a repository that is there already is followed', async () => {
    await renderPage('repository', RepositoryField, {
      template: { archetype: 'service', existing: true },
    });
    expect(
      await screen.findByText(/^What is made follows its default branch/),
    ).toBeInTheDocument();
  });
});
