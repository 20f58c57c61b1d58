import { ConfigReader } from '@backstage/config';
import { readLinstorConfig } from './config';

const read = (clusters: object[]) =>
  readLinstorConfig(new ConfigReader({ baremetal: { clusters } } as never));

describe('readLinstorConfig', () => {
  it('takes the clusters that name a controller', () => {
    expect(
      read([
        { name: 'dev' },
        {
          name: 'prod',
          linstor: { url: 'http://linstor:3370/', token: 'hush-hush' },
          prometheus: { url: 'http://prometheus:9090' },
        },
      ]),
    ).toEqual([
      {
        cluster: 'prod',
        url: 'http://linstor:3370',
        token: 'hush-hush',
        prometheusUrl: 'http://prometheus:9090',
      },
    ]);
  });

  it('quotes an address that is none', () => {
    expect(() => read([{ name: 'prod', linstor: { url: 'linstor' } }])).toThrow(
      'baremetal: linstor.url of cluster prod must be an http or https address, and is "linstor"',
    );
  });

  it('is quiet without configuration', () => {
    expect(readLinstorConfig(new ConfigReader({}))).toEqual([]);
  });
});
