import { addToBase, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'pods, as they are generated',
    expect: 'resolved',
    says: /Pods are scraped themselves/,
  },
  {
    title: 'a monitor over all Services of the canary',
    edit: files =>
      addToBase(files, 'servicemonitor.yaml', {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'ServiceMonitor',
        metadata: { name: 'orders' },
        spec: {
          selector: { matchLabels: { 'app.kubernetes.io/part-of': 'orders' } },
          endpoints: [{ port: 'http' }],
        },
      }),
    expect: 'error',
    says: /through orders, orders-canary, orders-stable: each of them is scraped 4 times/,
  },
];
