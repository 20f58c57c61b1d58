import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { renderService, serviceSpecSchema } from '@baremetal/golden-path';
import {
  dave,
  digest,
  IMAGE,
  promotionBench,
  REPO,
  serving,
  target,
} from './testUtils/promotionBench';

const FACTS: PlatformFacts = {
  environments: [{ name: 'prod', clusters: ['prod'], production: true }],
  hardwareClasses: [{ name: 'compute' }],
  storageClasses: [],
  poolLabel: 'pool',
  domainLabel: 'zone',
  registry: 'registry.example/shop',
  prometheusAddress: 'http://prometheus.monitoring:9090',
  gitHost: 'git.example',
  gitBaseUrl: 'https://git.example',
  gitOwners: ['shop'],
  platformRepo: { owner: 'platform', name: 'gitops' },
  platformTeam: 'group:default/platform',
  simulated: false,
};

const VALUES = 'deploy/overlays/prod/values.yaml';

/** A repository with a chart, whose production runs 1.8.0 while stage runs 1.9.2. */
async function chartBench(
  edit: (files: Map<string, string>) => void = () => {},
) {
  const bench = await promotionBench();
  const spec = serviceSpecSchema.parse({
    name: 'cart',
    owner: 'group:default/team-shop',
    packaging: 'helm',
    image: { repository: IMAGE, tag: '1.8.0', digest: digest('8') },
    hardwareClass: 'compute',
    environments: [{ name: 'prod', replicas: 3, cpu: '1', memory: '1Gi' }],
    repo: { host: 'git.example', owner: 'shop', name: 'cart' },
  });
  const files = new Map(renderService(spec, FACTS));
  edit(files);
  await bench.commit('main', Object.fromEntries(files));
  bench.runs.stage = serving('stage', { tag: '1.9.2', digest: digest('9') });
  return { ...bench, files };
}

describe('a promotion of a service with a chart', () => {
  it('edits two lines of the values', async () => {
    const { promotions, forge, files } = await chartBench();
    const { outcome } = await promotions.open(
      target,
      { entityRef: 'component:default/cart', from: 'stage', to: 'prod' },
      dave,
    );
    expect(outcome).toBe('opened');
    const file = await forge.readFile(REPO, {
      ref: 'promote/cart/prod',
      path: VALUES,
    });
    expect(file?.text).toBe(
      files
        .get(VALUES)
        ?.replace('"1.8.0"', '"1.9.2"')
        .replace(digest('8'), digest('9')),
    );
    const [change] = await forge.findChanges(REPO, { state: 'open' });
    expect(change?.body).toContain('+  tag: "1.9.2"');
  });

  it.each<[string, (files: Map<string, string>) => void, RegExp]>([
    [
      'no template runs the image',
      files =>
        files.set(
          'deploy/chart/templates/rollout.yaml',
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n',
        ),
      /^The edit would have no effect/,
    ],
    [
      'only Helm can render it',
      files =>
        files.set(
          'deploy/chart/templates/extra.yaml',
          '{{- range .Values.extra }}\n{{- end }}\n',
        ),
      /line 1 asks for \{\{ range \.Values\.extra \}\}, which only Helm can tell/,
    ],
    [
      'its values do not fit the chart',
      files => files.set(VALUES, `${files.get(VALUES)}replica: 3\n`),
      /says something for replica, which the chart does not know/,
    ],
  ])('is not offered where %s', async (_, edit, words) => {
    const { promotions } = await chartBench(edit);
    const preview = await promotions.preview(target, { to: 'prod' }, dave);
    expect(preview.openable).toBe(false);
    expect(preview.verdict.sentence).toMatch(words);
  });
});
