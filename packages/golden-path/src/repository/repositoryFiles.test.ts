import { parse } from 'yaml';
import { SERVICES } from '../__testUtils__/services';
import { environments, PLATFORM, specOf } from '../rules/goodAnswers';
import { renderService } from '../renderService';
import type { ServiceAnswers } from '../spec/serviceSpec';
import { ownershipOf } from '../upgrade/lockFile';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });
describe.each(SERVICES)('the repository of $title', ({ title, ...answers }) => {
  const files = renderService(specOf(answers), PLATFORM);
  const pages = [...files].filter(([path]) => path.startsWith('docs/'));
  /** What is read as Markdown. */
  const markup = pages.map(([path, text]): [string, string] => [
    path,
    text.replace(/^ *(`{3,})[^`]*\n[\s\S]*?\n *\1$/gm, ''),
  ]);
  const site = parse(files.get('mkdocs.yml')!);

  it('lists exactly its pages, each with the title that it has', () => {
    const listed = site.nav.flatMap(Object.entries);
    expect(listed.map(([, file]: [string, string]) => `docs/${file}`)).toEqual(
      pages.map(([path]) => path),
    );
    for (const [entry, file] of listed.slice(1)) {
      expect(files.get(`docs/${file}`)).toMatch(`# ${entry}\n`);
    }
  });

  it('leads to nothing that is not there', () => {
    for (const [, text] of markup) {
      const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, to]) => to);
      const named = [
        ...text.matchAll(/`((?:deploy|docs|argocd|\.baremetal)\/[\w./-]+)`/g),
      ].map(([, path]) => path!);
      for (const link of links) expect(files.has(`docs/${link}`)).toBe(true);
      for (const path of named) {
        expect([...files.keys()].some(file => file.startsWith(path))).toBe(
          true,
        );
      }
    }
  });

  it('leaves no gap and no markup of others', () => {
    for (const [path, text] of markup) {
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(
          /undefined|\bNaN\b|\[object|TODO|\$\{\{|<script|<a@|\]\(http|^--8<--|:smile:/m,
        ),
      ]);
      expect(text.match(/^# .*$/gm)).toHaveLength(1);
      expect(text).not.toContain('```');
    }
  });

  it('has a Markdown table wherever it has one', () => {
    for (const [, text] of markup) {
      for (const block of text
        .split('\n\n')
        .filter(part => part.startsWith('|'))) {
        const columns = block.split('\n').map(row => row.split('|').length);
        expect(new Set(columns).size).toBe(1);
      }
    }
  });

  it('parses', () => {
    expect(JSON.parse(files.get('renovate.json')!).packageRules).not.toEqual(
      [],
    );
    for (const [path, text] of files) {
      if (/\.ya?ml$/.test(path) && path !== 'catalog-info.yaml') parse(text);
    }
  });

  it('checks itself with actions of known commits and the least rights', () => {
    const text = files.get('.github/workflows/golden-path-check.yaml')!;
    const { on, permissions, jobs } = parse(text);
    expect(permissions).toEqual({ contents: 'read' });
    expect(on).toEqual({ pull_request: null, push: { branches: ['main'] } });
    const steps = Object.values<any>(jobs).flatMap(job => job.steps);
    const used = steps.flatMap(step => step.uses ?? []);
    expect(used).toHaveLength(4);
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40}$/);
    for (const line of text.match(/^.*uses: .*$/gm)!) {
      expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
    }
    // A script with an expression in it runs whatever the expression becomes.
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

describe('what the repository documents', () => {
  const pageOf = (answers: Partial<ServiceAnswers>, page: string) =>
    renderService(specOf(answers), PLATFORM).get(`docs/${page}.md`) ?? '';

  it('names pages only where they are true', () => {
    const namesOf = (answers: Partial<ServiceAnswers>) =>
      [...renderService(specOf(answers), PLATFORM).keys()].filter(path =>
        path.startsWith('docs/'),
      );
    const always = ['index', 'runbook', 'slo', 'rollout'];
    const paths = (...names: string[]) => names.map(name => `docs/${name}.md`);
    expect(namesOf({})).toEqual(paths(...always));
    expect(
      namesOf({ data: { shape: 'scratch' }, environments: KEEPING }),
    ).toEqual(paths(...always, 'storage'));
    expect(
      namesOf({ data: { shape: 'storeBeside' }, environments: KEEPING }),
    ).toEqual(paths(...always, 'storage', 'restore'));
  });

  it('tells the steps of a canary, by pods without a router and by requests with one', () => {
    expect(pageOf({}, 'rollout')).toContain(
      [
        '1.  It gets 20 % of the pods, and about that share of the requests.',
        '2.  It waits `1m`.',
        '3.  It is measured. When it fails, the old version gets everything back.',
        '4.  It gets 50 % of the pods, and about that share of the requests.',
        '5.  It waits `1m`.',
        '6.  It gets everything, and the pods of the old version end.',
      ].join('\n\n'),
    );
    expect(pageOf({ exposure: { kind: 'gatewayApi' } }, 'rollout')).toContain(
      '1.  It gets 20 % of the requests.',
    );
  });

  it('counts the error budget', () => {
    const page = pageOf(
      { slo: { availability: 0.999, expectedRps: 10 } },
      'slo',
    );
    expect(page).toContain('**99.9 % of the requests succeed**');
    expect(page).toContain('that budget would last 43.2 minutes');
    expect(page).toContain('so 25920 of them may fail in 30 days');
  });

  it('writes commands that a shell reads as they are meant', () => {
    expect(pageOf({}, 'rollout')).toContain(
      [
        '```sh',
        'kubectl argo rollouts get rollout orders -n orders-prod',
        'kubectl argo rollouts promote orders -n orders-prod',
        'kubectl argo rollouts abort orders -n orders-prod',
        '```',
      ].join('\n'),
    );
    expect(
      pageOf(
        {
          environments: [
            { name: "x; rm -rf '~", replicas: 1, cpu: '1', memory: '1Gi' },
          ],
        },
        'rollout',
      ),
    ).toContain(`abort orders -n 'orders-x; rm -rf '\\''~'`);
  });

  it('says how the claim of a store comes back from a snapshot', () => {
    const page = pageOf(
      { data: { shape: 'storeBeside' }, snapshots: {}, environments: KEEPING },
      'restore',
    );
    expect(page).toContain('at `0 2 * * *` (UTC), the newest 7 of them');
    expect(page).toContain('`deploy/overlays/prod/patch-store.yaml`');
    expect(page).toContain(
      'kubectl delete pvc data-orders-db-0 -n orders-prod',
    );
    expect(
      pageOf(
        { data: { shape: 'storeBeside' }, environments: KEEPING },
        'restore',
      ),
    ).not.toContain('From a snapshot');
  });

  it('is written again by upgrades, but for what teams write', () => {
    expect(
      [
        'docs/index.md',
        'docs/restore.md',
        '.github/workflows/golden-path-check.yaml',
        'docs/runbook.md',
        'CODEOWNERS',
        'mkdocs.yml',
        'renovate.json',
      ].map(path => [path, ownershipOf(path)]),
    ).toEqual([
      ['docs/index.md', 'managed'],
      ['docs/restore.md', 'managed'],
      ['.github/workflows/golden-path-check.yaml', 'managed'],
      ['docs/runbook.md', 'seeded'],
      ['CODEOWNERS', 'seeded'],
      ['mkdocs.yml', 'merged'],
      ['renovate.json', 'merged'],
    ]);
  });
});
