import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FileTree, parsePoolSpec, planPool } from '@baremetal/golden-path';
import { answerMatrix, PLATFORM_FACTS } from './answerMatrix';
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
    run: () => readQueries(queriesIn(files)),
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
      await readQueries(queriesIn(files));
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
