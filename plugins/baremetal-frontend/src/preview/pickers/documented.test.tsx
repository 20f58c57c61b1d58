import { readFileSync } from 'node:fs';
import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pagesOf, renderTemplate } from '../../__testUtils__/renderTemplate';
import { seriousFindings } from '../../__testUtils__/renderView';
import * as pickerFields from './pickerFields';

const PAGE = readFileSync(`${__dirname}/../../../../../docs/fields.md`, 'utf8');
const [, EXAMPLE = ''] = /```yaml\n([\s\S]*?)```/.exec(PAGE) ?? [];
const FIELDS = Object.values(pickerFields);

// Whole forms on a busy machine; nothing in them is hidden, so nobody need look for it.
jest.setTimeout(240_000);
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

const next = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Next' }));

describe('the documented example', () => {
  it('uses every field that the page lists', () => {
    const used = pagesOf(EXAMPLE).steps.flatMap(({ schema }) =>
      Object.values(schema.properties ?? {}).flatMap(
        property => (property as Record<string, unknown>)['ui:field'] ?? [],
      ),
    );
    const listed = [
      ...PAGE.matchAll(/^\| `(\w+)` +\|[^|]+\|[^|]+\|[^|]+\|$/gm),
    ];
    expect(used).toEqual(listed.map(([, name]) => name));
  });

  it('is a form that holds where it must, and goes on to the review', async () => {
    const { container } = await renderTemplate(EXAMPLE, { fields: FIELDS });
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    await userEvent.type(name, 'report-api');
    await next();
    expect(
      await screen.findByRole('heading', { name: 'Machines for the report' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('no node of this class in stage'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /compute/ }));
    expect(await seriousFindings(container)).toEqual([]);
    await next();

    await userEvent.click(
      await screen.findByRole('button', { name: /Where results are kept/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', {
        name: /lvm-thick-r3/,
        hidden: false,
      }),
    );
    await next();
    expect(
      (
        await screen.findAllByText(
          /lvm-thick-r3 keeps 3 copies in different power domains, and dev has 2/,
        )
      ).length,
    ).toBeGreaterThan(0);
    await userEvent.click(
      screen.getByRole('button', { name: /Where results are kept/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /lvm-thin/, hidden: false }),
    );
    await next();

    expect(
      await screen.findByRole('heading', { name: 'Steps of the canary' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^No cluster is asked/)).toBeInTheDocument();
    await next();

    expect(
      await screen.findByText(/^Can be created: .*; it fits dev and stage/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
