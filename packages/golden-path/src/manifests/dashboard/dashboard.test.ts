import { environments, specOf } from '../../rules/goodAnswers';
import type { ServiceAnswers } from '../../spec/serviceSpec';
import { dashboard } from './dashboard';
import type { placed } from './panel';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });

/** What the tests read of Grafana's model. */
interface Model {
  readonly panels: ReturnType<typeof placed>;
  readonly templating: { readonly list: readonly { readonly query: string }[] };
}

function modelOf(answers: Partial<ServiceAnswers> = {}): Model {
  const { data = {} } = dashboard(specOf(answers));
  return JSON.parse(data['orders.json']!);
}

const titlesOf = (answers: Partial<ServiceAnswers>) =>
  modelOf(answers).panels.map(({ title }) => title);

const SERVICE = [
  'Requests',
  'Share of failed requests',
  '95 of 100 requests are answered within',
];
const RESOURCES = ['CPU of each pod', 'Memory of each pod'];

describe('dashboard', () => {
  it('is found by its label and belongs to the service', () => {
    const { kind, metadata, data } = dashboard(specOf());
    expect([kind, metadata]).toEqual([
      'ConfigMap',
      {
        name: 'orders-dashboard',
        labels: {
          'app.kubernetes.io/name': 'orders',
          'app.kubernetes.io/component': 'service',
          'app.kubernetes.io/part-of': 'orders',
          'backstage.io/kubernetes-id': 'orders',
          grafana_dashboard: '1',
        },
        annotations: { 'argocd.argoproj.io/sync-wave': '10' },
      },
    ]);
    expect(Object.keys(data as object)).toEqual(['orders.json']);
  });

  it.each<[string, Partial<ServiceAnswers>, string[]]>([
    [
      'a canary',
      {},
      [
        ...SERVICE,
        'Share of the requests by version',
        'Ready pods by version',
        'Restarts',
        ...RESOURCES,
      ],
    ],
    [
      'replicas with files of their own',
      { data: { shape: 'ownFiles' }, environments: KEEPING },
      [
        ...SERVICE,
        'Ready pods',
        'Restarts',
        ...RESOURCES,
        'How full claims are',
      ],
    ],
    [
      'a worker',
      {
        archetype: 'worker',
        scaling: {
          kind: 'keda',
          triggers: [
            {
              type: 'queue',
              query: 'sum(depth{namespace="{{namespace}}"})',
              perPod: 5,
            },
          ],
        },
      },
      ['Waiting work', 'Ready pods by version', 'Restarts', ...RESOURCES],
    ],
    [
      'a job',
      { archetype: 'job' },
      [
        'Time since the last run, and since the last that succeeded',
        'Last runs',
        'Duration of the last runs',
        ...RESOURCES,
      ],
    ],
  ])('shows of %s what it has', (_, answers, titles) => {
    expect(titlesOf(answers)).toEqual(titles);
  });

  it('asks for the namespace that the reader chose', () => {
    const { panels, templating } = modelOf();
    for (const { targets } of panels) {
      for (const { expr } of targets) expect(expr).toContain('"$namespace"');
    }
    expect(templating.list[1]!.query).toBe(
      'label_values(kube_pod_info{namespace=~"orders-dev|orders-stage|orders-prod"}, namespace)',
    );
  });

  it('tells versions apart by the hash in the names of their pods', () => {
    const pattern = /"pod", "([^"]*)"/.exec(
      modelOf().panels[3]!.targets[0]!.expr,
    )![1]!;
    const versionOf = (pod: string) =>
      new RegExp(`^${pattern}$`).exec(pod)?.[1];
    expect(versionOf('orders-6d4cf56db6-x2x9z')).toBe('6d4cf56db6');
    expect(versionOf('orders-db-0')).toBeUndefined();
    expect(versionOf('orders-migration-x2x9z')).toBeUndefined();
  });

  it('survives names that mean something in a question', () => {
    const [environment] = environments();
    const { templating } = modelOf({
      environments: [{ ...environment!, name: 'a"b\\|c' }],
    });
    expect(templating.list[1]!.query).toContain(
      String.raw`namespace=~"orders-a\"b\\\\\\|c"`,
    );
  });

  it('stays small enough for whoever reads it, with the longest name', () => {
    const { data = {} } = dashboard({ ...specOf(), name: 'a'.repeat(40) });
    const [text] = Object.values(data);
    expect(text!.length).toBeLessThan(20 * 1024);
    expect(JSON.parse(text!).uid).toHaveLength(32);
  });
});
