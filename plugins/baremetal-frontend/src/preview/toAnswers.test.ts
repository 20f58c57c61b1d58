import { planAnswers } from '@baremetal/golden-path';
import { platform } from '../__fixtures__/platform';
import type { CreateFormData } from './formData';
import { toAnswers } from './toAnswers';

const IDENTITY = { name: 'orders', owner: 'group:default/team-shop' };

describe('toAnswers', () => {
  it('puts what page 3 asks about beside delivery, not into it', () => {
    const exposure = { kind: 'gatewayApi' } as const;
    const egress = [
      { namespace: 'payments-prod', port: 443, protocol: 'TCP' } as const,
    ];
    expect(
      toAnswers(
        {
          identity: IDENTITY,
          delivery: { strategy: 'rolling', exposure, edge: 'caddy', egress },
          repository: { packaging: 'kustomize' },
        },
        platform,
      ),
    ).toMatchObject({
      archetype: 'service',
      delivery: { strategy: 'rolling' },
      exposure,
      edge: 'caddy',
      egress,
      packaging: 'kustomize',
      repo: { host: 'git.example', owner: 'shop', name: 'orders' },
    });
  });

  it.each<[string, CreateFormData['template']]>([
    ['a service', { archetype: 'service' }],
    ['a stateful service', { archetype: 'service', shape: 'ownFiles' }],
    ['a worker', { archetype: 'worker' }],
    ['a job', { archetype: 'job' }],
  ])(
    'makes %s out of defaults that no rule refuses or warns of',
    (_, template) => {
      const planned = planAnswers(
        toAnswers({ identity: IDENTITY, template }, platform),
        platform,
      );
      const findings = planned.ok ? planned.plan.findings : planned.findings;
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual(
        [],
      );
    },
  );
});
