import { answersOfPages } from './formPages';

describe('answersOfPages', () => {
  it('puts every answer where the spec has it', () => {
    expect(
      answersOfPages('worker', {
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
      }),
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
    expect(answersOfPages('service', {})).toEqual({
      archetype: 'service',
      packaging: undefined,
      delivery: {},
      repo: {},
    });
  });
});
