import { useState } from 'react';
import { translationApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { platform } from '../__fixtures__/platform';
import {
  fakeApi,
  renderView,
  seriousFindings,
} from '../__testUtils__/renderView';
import { EnvironmentsField } from './EnvironmentsField';
import { validateEnvironments } from './validate';

type Props = FieldExtensionComponentProps<readonly string[] | undefined>;

async function show(getPlatform: () => Promise<typeof platform>) {
  let current: readonly string[] | undefined;
  function Host() {
    const [value, setValue] = useState<readonly string[] | undefined>(['']);
    current = value;
    const props = {
      schema: { title: 'Environments' },
      formData: value,
      onChange: setValue,
      required: true,
    };
    return <EnvironmentsField {...(props as unknown as Props)} />;
  }
  const view = await renderView(<Host />, { api: fakeApi({ getPlatform }) });
  return { ...view, value: () => current };
}

describe('EnvironmentsField', () => {
  it('offers those of the platform, and answers in the order of promotion', async () => {
    const { container, value } = await show(async () => platform);
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'prod, on the cluster prod',
      }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: /^dev/ }));
    expect(value()).toEqual(['dev', 'prod']);
    expect(await seriousFindings(container)).toEqual([]);
  });

  it('says so when the platform does not answer, and asks again', async () => {
    const answers = [
      () => Promise.reject(new Error('the backend is away')),
      async () => platform,
    ];
    await show(() => answers.shift()!());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('checkbox', { name: /^stage/ }),
    ).toBeInTheDocument();
  });

  it.each([
    [undefined, ['Choose at least one environment.']],
    [[''], ['Choose at least one environment.']],
    [['dev'], []],
  ])('holds the page for %j with %j', async (chosen, errors) => {
    const said: string[] = [];
    const translation = mockApis.translation();
    await validateEnvironments(
      chosen,
      { addError: message => said.push(message) },
      {
        apiHolder: {
          get: <A,>(ref: ApiRef<A>) =>
            ref.id === translationApiRef.id ? (translation as A) : undefined,
        },
      },
    );
    expect(said).toEqual(errors);
  });
});
