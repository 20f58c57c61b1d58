import type { ServiceAnswers } from '../../spec/serviceSpec';
import { addToBase, type RuleFixture } from '../fixture';

const IDLE: Pick<ServiceAnswers, 'scaling'> = {
  scaling: {
    kind: 'keda',
    toZero: true,
    triggers: [{ type: 'queue', query: 'sum(orders_waiting)', perPod: 10 }],
  },
};

export const fixtures: RuleFixture[] = [
  {
    title: 'no pods behind the Gateway',
    answers: { ...IDLE, exposure: { kind: 'gatewayApi' } },
    expect: 'error',
    says: /callers from outside reach it: nothing holds their requests/,
    path: 'scaling.toZero',
  },
  {
    title: 'no pods behind a load balancer',
    answers: { ...IDLE, exposure: { kind: 'ciliumLb' } },
    expect: 'error',
    says: /answered 503/,
  },
  {
    title: 'no pods at the end of the tunnel',
    answers: {
      ...IDLE,
      exposure: { kind: 'cloudflareTunnel', to: 'service' },
    },
    expect: 'error',
    says: /answered 503/,
  },
  {
    title: 'no pods for callers in the cluster',
    answers: IDLE,
    expect: 'warning',
    says: /whoever in the cluster calls orders then is refused/,
  },
  {
    title: 'a worker of no pods, of which one must stay',
    answers: { ...IDLE, archetype: 'worker' },
    // What may have no pods is generated without a budget.
    edit: files =>
      addToBase(files, 'pdb.yaml', {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'orders' },
        spec: {
          minAvailable: 1,
          selector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } },
        },
      }),
    expect: 'warning',
    says: /budget orders keeps 1 of the pods of orders, which may have none/,
    path: 'disruption.minAvailable',
  },
];
