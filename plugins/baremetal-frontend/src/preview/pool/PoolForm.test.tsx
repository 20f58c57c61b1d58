import type { FormField } from '@backstage/plugin-scaffolder-react/alpha';
import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  readTemplate,
  renderTemplate,
} from '../../__testUtils__/renderTemplate';
import { seriousFindings } from '../../__testUtils__/renderView';
import type { BaremetalApi } from '../../api/BaremetalApi';
import { environments } from '../fields';
import { hardwareClass } from '../pickers/pickerFields';
import * as poolFields from './poolFields';

const FIELDS: readonly FormField[] = [
  environments,
  hardwareClass,
  ...Object.values(poolFields),
];

const show = (api?: Partial<BaremetalApi>) =>
  renderTemplate(readTemplate('platform-pool'), { fields: FIELDS, api });

const proof = () =>
  within(screen.getByRole('complementary', { name: 'Live proof' }));
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const next = () => press('Next');

/** All at once: each letter would prove the form anew. */
async function enter(name: string, text: string) {
  const field = await screen.findByRole('textbox', { name });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
  await userEvent.tab();
}

async function fillMachines(environment = /^stage/) {
  await enter('Name of the pool', 'burst');
  await userEvent.click(await screen.findByRole('radio', { name: /compute/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: environment }));
}

async function addClass(name: string, copies: string) {
  await press('Add a storage class');
  await enter('Name of the class', name);
  await enter('Storage pool', 'thick');
  await enter('Copies', copies);
}

// Whole forms on a busy machine; nothing in them is hidden, so nobody need look for it.
jest.setTimeout(240_000);
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

describe('the form of a pool', () => {
  it('begins with what is still to answer, and no error', async () => {
    const { container } = await show();
    expect(
      await screen.findByText('Still to answer: name and environment.'),
    ).toBeInTheDocument();
    expect(proof().queryByText(/^Error/)).toBeNull();
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('proves on every page, mends on any, and proposes what was accepted', async () => {
    const { created, container } = await show();
    await fillMachines();
    expect(
      await screen.findByText(
        'Can be proposed: 0 errors, 0 warnings; it has machines in stage.',
      ),
    ).toBeInTheDocument();
    expect(
      proof().getByRole('button', { name: 'applicationset.yaml' }),
    ).toBeInTheDocument();

    await next();
    await addClass('burst-r3', '3');
    expect(
      await proof().findByText(/wants 3 copies in different power domains/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        'Cannot be proposed yet: 1 error, 0 warnings; start with storage class 1, copies.',
      ),
    ).toBeInTheDocument();
    expect(await seriousFindings(container)).toEqual([]);
    await next();
    expect(
      (
        await screen.findAllByText(
          /^storage class 1, copies: burst-r3 wants 3 copies .* Ask for 2 copies/,
        )
      ).length,
    ).toBeGreaterThan(0);
    await userEvent.click(proof().getByRole('button', { name: /^Set 2/ }));
    expect(screen.getByRole('textbox', { name: 'Copies' })).toHaveValue('2');
    await next();

    const warning = await screen.findByRole('checkbox', { name: /^PL04/ });
    expect(await seriousFindings(container)).toEqual([]);
    await press('Review');
    expect(
      (await screen.findAllByText(/^Accept or mend PL04\. storage class 1/))
        .length,
    ).toBeGreaterThan(0);
    await userEvent.click(warning);
    await press('Review');
    await press('Create');
    expect(created).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'burst',
        hardwareClass: 'compute',
        environments: ['stage'],
        storageClasses: [
          expect.objectContaining({
            name: 'burst-r3',
            storagePool: 'thick',
            copies: 2,
          }),
        ],
        acknowledged: ['PL04'],
      }),
    );
  });

  it('lets a class be named whose machines are still to come, and says so', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /^stage/ }),
    );
    await enter('Name of the class', 'arm');
    expect(
      await screen.findByText(
        'No machine of the class arm is known in stage. What needs machines is not checked there.',
      ),
    ).toBeInTheDocument();
  });

  it('is of use without any cluster, and says what was not checked', async () => {
    await show({ askFit: () => Promise.reject(new Error('no cluster')) });
    await fillMachines();
    expect(
      await screen.findByText(
        'Can be proposed: 0 errors, 0 warnings; whether it has machines in stage is not known.',
      ),
    ).toBeInTheDocument();
    expect(
      await proof().findByText(/could not be asked for room \(no cluster\)/),
    ).toBeInTheDocument();
    await next();
    await addClass('burst-r2', '2');
    await next();
    expect(await screen.findByText('Room that stays free')).toBeInTheDocument();
  });
});
