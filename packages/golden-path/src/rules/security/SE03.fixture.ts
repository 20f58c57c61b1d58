import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'as it is generated',
    expect: 'resolved',
    says: /Everything is denied by default/,
  },
  {
    title: 'no way to ask for names',
    edit: files =>
      editYaml(files, 'deploy/base/networkpolicy-dns.yaml', object => {
        object.spec.egress = [];
      }),
    expect: 'error',
    says: /let no pod ask for names/,
  },
  {
    title: 'Prometheus shut out',
    edit: files =>
      editYaml(files, 'deploy/base/networkpolicy.yaml', object => {
        object.spec.ingress = [
          {
            from: [
              {
                namespaceSelector: {
                  matchLabels: { 'kubernetes.io/metadata.name': 'shop' },
                },
              },
            ],
          },
        ];
      }),
    expect: 'error',
    says: /keep Prometheus \(namespace monitoring\) from the pods/,
  },
  {
    title: 'callers from outside shut out',
    answers: { exposure: { kind: 'cloudflareTunnel', to: 'service' } },
    edit: files =>
      editYaml(files, 'deploy/base/networkpolicy.yaml', object => {
        object.spec.ingress = object.spec.ingress.filter((rule: unknown) =>
          JSON.stringify(rule).includes('name":"monitoring"'),
        );
      }),
    expect: 'error',
    says: /keep the namespace cloudflared from the pods/,
  },
];
