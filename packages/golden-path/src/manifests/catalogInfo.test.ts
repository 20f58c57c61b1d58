import { environments, specOf } from '../rules/goodAnswers';
import type { ServiceAnswers, ServiceSpec } from '../spec/serviceSpec';
import { catalogEntities } from './catalogInfo';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });

/** What the tests read of an entity. */
interface ReadEntity {
  readonly metadata: {
    readonly name: string;
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly type: string;
    readonly dependsOn?: readonly string[];
  };
}

const entitiesOf = (spec: ServiceSpec) =>
  catalogEntities(spec) as unknown as readonly ReadEntity[];

describe('catalogEntities', () => {
  it('describes a service of several environments, without a namespace', () => {
    expect(catalogEntities(specOf({ system: 'system:default/shop' }))).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'orders',
          description: 'Takes orders',
          annotations: {
            'backstage.io/kubernetes-id': 'orders',
            'baremetal.dev/repository': 'shop/orders',
            'baremetal.dev/environments': 'dev,stage,prod',
            'argocd/app-selector': 'backstage.io/entity=orders',
            'backstage.io/techdocs-ref': 'dir:.',
            'backstage.io/template-version': expect.any(String),
          },
        },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/team-shop',
          system: 'system:default/shop',
          scaffoldedFrom: 'template:default/http-service',
        },
      },
    ]);
  });

  it('names the namespace where there is only one', () => {
    const [component] = entitiesOf(
      specOf({ environments: environments().slice(2) }),
    );
    expect(
      component!.metadata.annotations['backstage.io/kubernetes-namespace'],
    ).toBe('orders-prod');
  });

  it.each<[string, ServiceAnswers['data'], (readonly [string, string])[]]>([
    ['nothing', { shape: 'nothing' }, []],
    ['scratch', { shape: 'scratch' }, []],
    ['a store', { shape: 'storeBeside' }, [['orders-db', 'database']]],
    ['shared files', { shape: 'sharedFiles' }, [['orders-data', 'volume']]],
    [
      'own files',
      {
        shape: 'ownFiles',
        furtherClaims: [{ name: 'wal', mountPath: '/wal', size: '1Gi' }],
      },
      [
        ['orders-data', 'volume'],
        ['orders-wal', 'volume'],
      ],
    ],
  ])('has what keeps %s as Resources', (_, data, kept) => {
    const [component, ...resources] = entitiesOf(
      specOf({ data, environments: KEEPING }),
    );
    expect(
      resources.map(({ metadata, spec }) => [metadata.name, spec.type]),
    ).toEqual(kept);
    expect(component!.spec.dependsOn ?? []).toEqual(
      kept.map(([name]) => `resource:default/${name}`),
    );
  });

  it('keeps two long names apart that begin alike', () => {
    const long = 'a'.repeat(40);
    const claim = (end: string) => ({
      name: `${'b'.repeat(39)}${end}`,
      mountPath: `/${end}`,
      size: '1Gi',
    });
    const names = entitiesOf(
      specOf({
        name: long,
        data: { shape: 'ownFiles', furtherClaims: [claim('x'), claim('y')] },
        environments: KEEPING,
      }),
    ).map(entity => entity.metadata.name);
    expect(new Set(names).size).toBe(4);
    expect(names.every(name => name.length <= 63)).toBe(true);
  });
});
