import { translationApiRef, type ApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { fakeApi } from '../../__testUtils__/renderView';
import { fit, platform } from '../../__fixtures__/platform';
import { baremetalApiRef } from '../../api/BaremetalApi';
import type { ValidationContext } from '../validate';
import { validateCanary } from './validateCanary';
import { validateHardwareClass } from './validateHardwareClass';
import { validatePreview } from './validatePreview';
import { validateStorageClass } from './validateStorageClass';

type Validate<T> = (
  value: T | undefined,
  field: { addError: (message: string) => void },
  context: ValidationContext,
) => Promise<void>;

/** Sentences that keep a person on the page. */
async function refusals<T>(
  validate: Validate<T>,
  value: T,
  given: { options?: object; formData?: object; silent?: boolean } = {},
) {
  const { options, formData = {}, silent } = given;
  const api = fakeApi({
    getPlatform: async () => platform,
    askFit: silent
      ? () => Promise.reject(new Error('no cluster'))
      : async () => fit,
  });
  const translation = mockApis.translation();
  const apiHolder = {
    get: <A>(ref: ApiRef<A>) => {
      if (ref.id === baremetalApiRef.id) return api as A;
      return ref.id === translationApiRef.id ? (translation as A) : undefined;
    },
  };
  const said: string[] = [];
  await validate(
    value,
    { addError: message => said.push(message) },
    { apiHolder, formData, uiSchema: { 'ui:options': options } },
  );
  return said;
}

describe('the hardware class', () => {
  it.each<[string, object | undefined, string[]]>([
    ['compute', { environments: ['dev'] }, []],
    [
      'gpu',
      { environments: ['dev', 'stage'] },
      [
        'Hardware class: no machine in stage is of the class gpu. Choose another class, or wait for its machines.',
      ],
    ],
    [
      'arm',
      undefined,
      [
        'Hardware class: the platform has none called arm. Choose one of compute and gpu.',
      ],
    ],
    ['arm', { mayBeNew: true }, []],
    [
      'a b',
      { mayBeNew: true },
      [
        'Hardware class: a b cannot be the value of a label. Use letters, digits, dots and dashes, at most 63.',
      ],
    ],
  ])('%s with %j', async (name, options, said) => {
    expect(await refusals(validateHardwareClass, name, { options })).toEqual(
      said,
    );
  });

  it('is asked about in the environments of another answer', async () => {
    const options = { environmentsFrom: 'where' };
    const asked = (where: string[]) =>
      refusals(validateHardwareClass, 'gpu', { options, formData: { where } });
    expect(await asked(['dev'])).toEqual([]);
    expect(await asked(['stage'])).toHaveLength(1);
  });
});

describe('the storage class', () => {
  it.each<[string, object, RegExp[]]>([
    ['lvm-thin', { environments: ['dev'], size: '20Gi' }, []],
    [
      'lvm-thin',
      { environments: ['dev'], size: '1Ti' },
      [/1 TiB finds no room/],
    ],
    ['lvm-thick-r3', { environments: ['dev'] }, [/3 copies .* dev has 2\./]],
    ['lvm-thin', { shared: true }, [/none that fits is called lvm-thin/]],
  ])('%s with %j', async (name, options, said) => {
    expect(await refusals(validateStorageClass, name, { options })).toEqual(
      said.map(each => expect.stringMatching(each)),
    );
  });
});

it('what no cluster answers holds nobody', async () => {
  const silent = true;
  expect(await refusals(validateHardwareClass, 'gpu', { silent })).toEqual([]);
  expect(
    await refusals(validateStorageClass, 'lvm-thick-r3', { silent }),
  ).toEqual([]);
});

it('steps are refused by the rules about steps', async () => {
  expect(await refusals(validateCanary, [{ setWeight: 20 }])).toEqual([]);
  expect(await refusals(validateCanary, [{ setWeight: 500 }])).toEqual([
    expect.stringMatching(
      /^steps of the canary 1: .* each step has exactly one/,
    ),
  ]);
});

describe('the preview', () => {
  const identity = { name: 'orders', owner: 'group:default/team-shop' };

  it('holds the form until every question is answered and every warning accepted', async () => {
    expect(await refusals(validatePreview, {})).toEqual([
      'name: still to answer.',
      'owner: still to answer.',
    ]);
    const open = await refusals(
      validatePreview,
      {},
      { formData: { identity } },
    );
    const ids = open.map(each => /^Accept or mend (\w+)\./.exec(each)?.[1]);
    expect(ids).not.toContain(undefined);
    expect(
      await refusals(
        validatePreview,
        { acknowledged: ids.map(String) },
        { formData: { identity } },
      ),
    ).toEqual([]);
  });
});
