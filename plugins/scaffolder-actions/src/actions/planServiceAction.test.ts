import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ServiceSpec } from '@baremetal/golden-path';
import { parse } from 'yaml';
import { fakeBaremetal } from '../__testUtils__/fakes';
import { runAction } from '../__testUtils__/runAction';
import { createPlanServiceAction } from './planServiceAction';
import { answers, examples } from './planServiceAction.examples';

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-shop' },
  spec: { type: 'team', children: [] },
};
const component = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
  spec: {},
});

function plan(input: object, entities: object[] = [team]) {
  return runAction(
    createPlanServiceAction({
      baremetal: fakeBaremetal(),
      catalog: catalogServiceMock({ entities: entities as never }),
    }),
    { input },
  );
}

describe('baremetal:service:plan', () => {
  it('runs its example, and fills in what was not asked', async () => {
    const { input } = parse(examples[0]!.example).steps[0];
    const { spec } = await plan(input);
    expect(spec).toMatchObject({
      name: 'orders',
      port: 8080,
      image: { repository: 'registry.example/shop/orders', tag: '0.1.0' },
      repo: { host: 'git.example', owner: 'shop', name: 'orders' },
    } satisfies Partial<Omit<ServiceSpec, 'image'>> & { image: object });
  });

  it.each<[string, object, RegExp]>([
    ['a name with capitals', { name: 'Orders' }, /name: .*small letters/],
    [
      'a name of 41 characters',
      { name: 'a'.repeat(41) },
      /CA02 name: .*41 characters/,
    ],
    [
      'a size that is none',
      {
        data: { shape: 'storeBeside' },
        environments: answers.environments.map(e => ({
          ...e,
          storageClass: 'lvm-thick-r2',
          size: '10GB',
        })),
      },
      /size: .*"10GB"/,
    ],
    [
      'no replicas in prod',
      {
        environments: answers.environments.map(e =>
          e.name === 'prod' ? { ...e, replicas: 0 } : e,
        ),
      },
      /environments\.prod\.replicas/,
    ],
    [
      'a new repository on another branch than its workflow builds',
      { repo: { ...answers.repo, defaultBranch: 'trunk' } },
      /TEMPLATE-BRANCH repo\.defaultBranch: A new repository starts on main/,
    ],
    [
      'what is no branch',
      { repo: { ...answers.repo, defaultBranch: 'a..b' } },
      /SPEC repo\.defaultBranch: .* is not the name of a branch/,
    ],
    [
      'an owner that does not exist',
      { owner: 'group:default/nobody' },
      /CATALOG-OWNER owner: There is no group:default\/nobody/,
    ],
    [
      'a claim on the canaried workload itself',
      {
        data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
        environments: answers.environments.map(e => ({
          ...e,
          storageClass: 'lvm-thick-r2',
          size: '10Gi',
        })),
      },
      /ST01 /,
    ],
  ])('refuses %s', async (_, wrong, message) => {
    await expect(
      plan({ answers: { ...answers, ...wrong }, acknowledged: ['PD07'] }),
    ).rejects.toThrow(message);
  });

  it('names every finding at once', async () => {
    await expect(
      plan({
        answers: {
          ...answers,
          data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
          environments: answers.environments.map(e => ({
            ...e,
            storageClass: 'lvm-thick-r2',
            size: '10Gi',
          })),
          disruption: { maxUnavailable: 0 },
        },
        acknowledged: ['PD07'],
      }),
    ).rejects.toThrow(/ST01[\s\S]*AV01|AV01[\s\S]*ST01/);
  });

  it('refuses a name that the catalog knows already, unless it is our own from an earlier run', async () => {
    const input = { answers, acknowledged: ['PD07'] };
    await expect(plan(input, [team, component({})])).rejects.toThrow(
      /CATALOG-NAME name: component:default\/orders exists already/,
    );
    await expect(
      plan(input, [
        team,
        component({ 'baremetal.dev/repository': 'shop/orders' }),
      ]),
    ).resolves.toHaveProperty('spec');
  });

  it('takes the entry of a repository that exists for its service, and no other', async () => {
    const at = (repository: string) => [
      team,
      component({
        'backstage.io/managed-by-location': `url:https://git.example/${repository}/src/branch/main/catalog-info.yaml`,
      }),
    ];
    const input = { answers, acknowledged: ['PD07'], existing: true };
    await expect(plan(input, at('shop/orders'))).resolves.toHaveProperty(
      'spec',
    );
    await expect(plan(input, at('shop/orders-old'))).rejects.toThrow(
      /CATALOG-NAME/,
    );
    await expect(
      plan({ ...input, existing: false }, at('shop/orders')),
    ).rejects.toThrow(/CATALOG-NAME/);
  });

  it('survives text that YAML would misread', async () => {
    const description = 'Billing: "invoices" & co #1';
    const { spec } = await plan({
      answers: { ...answers, description },
      acknowledged: ['PD07'],
    });
    expect(spec).toMatchObject({ description });
  });
});
