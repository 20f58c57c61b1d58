import { PLATFORM } from '../rules/goodAnswers';
import { answersOfPages } from './formPages';

describe('answersOfPages', () => {
  it('puts every answer where the spec has it', () => {
    expect(
      answersOfPages(
        { archetype: 'worker' },
        {
          identity: { name: 'orders', owner: 'group:default/team-shop' },
          runtime: { port: 8080, scaling: { kind: 'fixed' } },
          delivery: {
            strategy: 'rolling',
            exposure: { kind: 'clusterOnly' },
            egress: [],
          },
          repository: {
            host: 'git.example',
            owner: 'shop',
            name: 'orders',
            packaging: 'helm',
            acknowledged: ['PD07'],
          },
        },
        PLATFORM,
      ),
    ).toEqual({
      archetype: 'worker',
      packaging: 'helm',
      name: 'orders',
      owner: 'group:default/team-shop',
      port: 8080,
      scaling: { kind: 'fixed' },
      exposure: { kind: 'clusterOnly' },
      egress: [],
      delivery: { strategy: 'rolling' },
      repo: { host: 'git.example', owner: 'shop', name: 'orders' },
    });
  });

  it('leaves what was not answered for the schema to name', () => {
    expect(answersOfPages({ archetype: 'service' }, {}, PLATFORM)).toEqual({
      archetype: 'service',
      packaging: undefined,
      repo: {},
    });
  });

  it.each<[string, object, unknown, unknown]>([
    [
      'nothing about data',
      {},
      { shape: 'ownFiles' },
      { name: 'dev', storageClass: 'lvm-thin', size: '10Gi' },
    ],
    [
      'a class of their own',
      { environments: [{ name: 'dev', storageClass: 'nfs', size: '1Gi' }] },
      { shape: 'ownFiles' },
      { name: 'dev', storageClass: 'nfs', size: '1Gi' },
    ],
    [
      'that the size is empty',
      { environments: [{ name: 'dev', size: '' }] },
      { shape: 'ownFiles' },
      { name: 'dev', storageClass: 'lvm-thin', size: '' },
    ],
    [
      'that nothing is kept',
      { data: { shape: 'nothing' } },
      { shape: 'nothing' },
      { name: 'dev' },
    ],
  ])(
    'of a template that keeps data, from who said %s',
    (_, said, ...expected) => {
      const [data, environment] = expected;
      expect(
        answersOfPages(
          { archetype: 'service', shape: 'ownFiles' },
          { runtime: { environments: [{ name: 'dev' }], ...said } },
          PLATFORM,
        ),
      ).toMatchObject({ data, environments: [environment] });
    },
  );
});
