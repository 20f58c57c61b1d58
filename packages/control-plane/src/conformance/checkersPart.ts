import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type FileTree,
  parsePoolSpec,
  planPool,
  renderService,
} from '@baremetal/golden-path';
import { createCertificates } from '@baremetal/platform-sim';
import { answerMatrix, PLATFORM_FACTS, specIn } from './answerMatrix';
import { lintWorkflow, loadSite, readQueries } from './checkers';
import type { Case, Part } from './part';
import { queriesIn } from './queriesIn';

const TEMPLATES = resolve(__dirname, '../../../../templates');

/** What is neither Kubernetes' nor Argo's, read by the programs that it is written for. */
export const checkersPart: Part = {
  name: 'checkers',
  words:
    'queries and alerts as Prometheus reads them, pipelines as actionlint does, edge sites as Caddy does',
  needs: 'none',
  atOnce: 2,
  *cases() {
    yield* broken();
    yield* pipelines();
    for (const { name, plan } of answerMatrix()) {
      yield* repository(name, plan.files);
    }
    yield pool();
    yield ownAuthority();
  },
};

/** Who never complains proves nothing. */
function* broken(): Iterable<Case> {
  yield {
    name: 'Prometheus refuses a query that does not end',
    run: () => refused(readQueries({ groups: [], queries: ['sum(x'] })),
  };
  yield {
    name: 'actionlint refuses a job without steps',
    run: () =>
      refused(lintWorkflow('on: push\njobs:\n  a: { runs-on: ubuntu-latest }')),
  };
  yield {
    name: 'Caddy refuses a directive that it does not have',
    run: () => refused(loadSite('shop.example {\n\treverse_prox a:1\n}\n')),
  };
}

/** The pipelines that come with the source of a new service. */
function* pipelines(): Iterable<Case> {
  for (const template of readdirSync(TEMPLATES)) {
    const skeletons = readdirSync(join(TEMPLATES, template)).filter(name =>
      name.startsWith('skeleton'),
    );
    for (const skeleton of skeletons) {
      const file = join(template, skeleton, '.github/workflows/ci.yaml');
      yield {
        name: file,
        run: () => lintWorkflow(readFileSync(join(TEMPLATES, file), 'utf8')),
      };
    }
  }
}

function* repository(name: string, files: FileTree): Iterable<Case> {
  yield {
    name: `${name}: queries`,
    run: () => readAll(files),
  };
  for (const [path, text] of files) {
    if (path.startsWith('.github/workflows/')) {
      yield { name: `${name}: ${path}`, run: () => lintWorkflow(text) };
    }
    if (path.endsWith('.caddy')) {
      yield { name: `${name}: ${path}`, run: () => loadSite(text) };
    }
  }
}

function pool(): Case {
  return {
    name: 'pool of machines: alerts',
    run: async () => {
      const parsed = parsePoolSpec({ name: 'compute', environments: ['prod'] });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
      const { files } = planPool(parsed.spec, PLATFORM_FACTS);
      await readAll(files);
    },
  };
}

/** Every repository and pool alerts somebody: none found means that nobody looked. */
async function readAll(files: FileTree): Promise<void> {
  const found = queriesIn(files);
  if (found.groups.length === 0) throw new Error('there is no alert in it');
  await readQueries(found);
}

/** A Caddy that is told by which authority the cluster's certificates are signed. */
function ownAuthority(): Case {
  return {
    name: 'an edge site with an authority of its own',
    run: async () => {
      const dir = mkdtempSync(join(tmpdir(), 'authority-'));
      const caFile = join(dir, 'ca.pem');
      writeFileSync(caFile, createCertificates(Date.now()).ca);
      try {
        const { exposure } = PLATFORM_FACTS;
        const withAuthority = {
          ...PLATFORM_FACTS,
          exposure: { ...exposure, caddy: { caFile } },
        };
        const answered = answerMatrix()
          .map(({ plan }) => specIn(plan.files))
          .find(({ edge }) => edge === 'caddy');
        if (!answered) throw new Error('no repository has an edge site');
        const files = renderService(answered, withAuthority);
        const sites = [...files].filter(([path]) => path.endsWith('.caddy'));
        if (!sites.some(([, text]) => text.includes(caFile))) {
          throw new Error('no site names the authority');
        }
        for (const [, text] of sites) await loadSite(text);
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    },
  };
}

async function refused(answer: Promise<void>): Promise<void> {
  const said = await answer.then(
    () => undefined,
    (error: Error) => error,
  );
  if (said === undefined) throw new Error('it was accepted');
}
