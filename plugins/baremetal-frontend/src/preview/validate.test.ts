import { translationApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { baremetalApiRef } from '../api/BaremetalApi';
import { fakeApi } from '../__testUtils__/renderView';
import { platform } from '../__fixtures__/platform';
import { defaultRuntime } from './defaults';
import {
  validateDelivery,
  validateIdentity,
  validateRepository,
  validateRuntime,
  type ValidationContext,
} from './validate';

const IDENTITY = { name: 'orders', owner: 'group:default/team-shop' };
const RUNTIME = defaultRuntime(platform, { archetype: 'service' });

/** Sentences that keep a person on the page, while no cluster answers. */
async function refusals<T>(
  validate: (
    data: T | undefined,
    field: { addError: (message: string) => void },
    context: ValidationContext,
  ) => Promise<void>,
  data: T,
  formData: object = { identity: IDENTITY },
  also: { inCatalog?: () => Promise<object[]>; uiSchema?: object } = {},
) {
  const api = fakeApi({
    getPlatform: async () => platform,
    askFit: () => Promise.reject(new Error('no cluster')),
  });
  const { inCatalog = async () => [], uiSchema } = also;
  const apis: Record<string, unknown> = {
    [baremetalApiRef.id]: api,
    [translationApiRef.id]: mockApis.translation(),
    [catalogApiRef.id]: {
      getEntitiesByRefs: async () => ({ items: await inCatalog() }),
    },
  };
  const apiHolder = {
    get: <A>(ref: ApiRef<A>) => apis[ref.id] as A | undefined,
  };
  const addError = jest.fn<void, [string]>();
  await validate(data, { addError }, { apiHolder, formData, uiSchema });
  return addError.mock.calls.map(([message]) => message);
}

describe('validation of the pages', () => {
  it('asks for what the form cannot do without', async () => {
    expect(await refusals(validateIdentity, {})).toEqual([
      'A service needs a name.',
      'A service needs an owner.',
    ]);
  });

  it('holds page 1 by a name that is taken, and by no catalog that is silent', async () => {
    const validate = (also: Parameters<typeof refusals>[3]) =>
      refusals(validateIdentity, IDENTITY, {}, also);
    const taken = async () => [{}];
    expect(await validate({ inCatalog: taken })).toEqual([
      'A component orders is in the catalog already. Choose another name.',
    ]);
    expect(
      await validate({ inCatalog: () => Promise.reject(new Error('away')) }),
    ).toEqual([]);
    expect(
      await validate({
        inCatalog: taken,
        uiSchema: { 'ui:options': { existing: true } },
      }),
    ).toEqual([]);
  });

  it('holds each page by its own errors', async () => {
    expect(
      await refusals(validateIdentity, { ...IDENTITY, name: 'Receipt-API' }),
    ).toEqual([expect.stringMatching(/^Mend this page first: CA02\./)]);
    expect(
      await refusals(validateRuntime, {
        ...RUNTIME,
        disruption: { maxUnavailable: 0 },
      }),
    ).toEqual([expect.stringMatching(/^Mend this page first: AV01\./)]);
    expect(
      await refusals(validateDelivery, {
        strategy: 'canary',
        steps: [{ setWeight: 500 }],
      }),
    ).toEqual([expect.stringMatching(/^Mend this page first: PD06\./)]);
  });

  it('lets go of a page whose neighbours are wrong', async () => {
    const wrong = { identity: { ...IDENTITY, name: 'Receipt-API' } };
    expect(await refusals(validateRuntime, RUNTIME, wrong)).toEqual([]);
    expect(
      await refusals(validateDelivery, { strategy: 'rolling' }, wrong),
    ).toEqual([]);
  });

  it('does not hold page 2 by what the strategy on page 3 decides, and holds the last page by it', async () => {
    const runtime = {
      ...RUNTIME,
      data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' } as const,
      environments: RUNTIME.environments.map(environment => ({
        ...environment,
        storageClass: 'lvm-thin',
        size: '10Gi',
      })),
    };
    expect(await refusals(validateRuntime, runtime)).toEqual([]);
    expect(
      await refusals(
        validateRepository,
        { host: 'git.example', owner: 'shop', name: 'orders' },
        { identity: IDENTITY, runtime },
      ),
    ).toEqual([expect.stringMatching(/^This cannot be created yet: .*ST01/)]);
  });
});
