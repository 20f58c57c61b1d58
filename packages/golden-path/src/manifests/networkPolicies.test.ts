import { PLATFORM, specOf } from '../rules/goodAnswers';
import { at } from '../rules/kube';
import { allowService } from './networkPolicies';

const egressOf = (spec: ReturnType<typeof specOf>) =>
  at(allowService(spec, PLATFORM), 'spec', 'egress');

describe('what a service may call', () => {
  it('is nothing unless it is said', () => {
    expect(egressOf(specOf())).toEqual([]);
  });

  it('is what was said, by namespace and by address', () => {
    const spec = specOf({
      egress: [
        { namespace: 'queue', port: 5672 },
        { cidr: '10.20.0.0/16', port: 53, protocol: 'UDP' },
      ],
    });
    expect(egressOf(spec)).toEqual([
      {
        to: [
          {
            namespaceSelector: {
              matchLabels: { 'kubernetes.io/metadata.name': 'queue' },
            },
          },
        ],
        ports: [{ protocol: 'TCP', port: 5672 }],
      },
      {
        to: [{ ipBlock: { cidr: '10.20.0.0/16' } }],
        ports: [{ protocol: 'UDP', port: 53 }],
      },
    ]);
  });

  it.each([
    [{ port: 80 }],
    [{ namespace: 'a', cidr: '10.0.0.0/8', port: 80 }],
    [{ cidr: 'everywhere', port: 80 }],
    [{ cidr: '10.20.300.0/16', port: 80 }],
    [{ cidr: 'fd00::/200', port: 80 }],
    [{ namespace: '', port: 80 }],
    [{ namespace: 'Payments prod', port: 80 }],
  ])('refuses %p', callee => {
    expect(() => specOf({ egress: [callee] })).toThrow();
  });
});
