import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderView } from '../__testUtils__/renderView';
import { NotCheckedList } from './NotCheckedList';

const silent = (id: string) =>
  ['dev', 'prod'].map(where => ({ id, reason: `${where} did not answer` }));

describe('NotCheckedList', () => {
  it('says of a few rules at once why they could not look', async () => {
    await renderView(<NotCheckedList notChecked={silent('AS11')} />);
    expect(screen.getByText(/^AS11/).textContent).toBe(
      'AS11 was not checked, because dev did not answer; prod did not answer',
    );
  });

  it('counts many, and says why when asked', async () => {
    await renderView(
      <NotCheckedList
        notChecked={['AS11', 'CP01', 'ST09', 'ST10'].flatMap(silent)}
      />,
    );
    expect(screen.queryByText(/^CP01 was/)).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /Not checked.*4 rules/ }),
    );
    expect(screen.getByText(/^CP01 was not checked/)).toBeVisible();
  });
});
