import assert from 'node:assert/strict';
import { blobId } from '../blobId';
import {
  commit,
  README,
  seed,
  type ForgeContractCase,
  same,
} from './forgeUnderTest';

const wanted = { description: 'x', private: true, defaultBranch: 'main' };

export const repositoryCases: readonly ForgeContractCase[] = [
  {
    name: 'a repository is created once, and says whether it is empty',
    async run({ forge, newRepo }) {
      const repo = newRepo();
      const first = await forge.createRepository({ repo, ...wanted });
      assert.equal(first.outcome, 'created');
      const again = await forge.createRepository({ repo, ...wanted });
      assert.equal(again.outcome, 'exists');
      assert.equal('empty' in again && again.empty, true);
      assert.equal(await forge.branchHead(repo, 'main'), undefined);
      await commit(forge, repo, { branch: 'main', files: { a: 'b\n' } });
      const full = await forge.createRepository({ repo, ...wanted });
      assert.equal('empty' in full && full.empty, false);
      assert.ok('webUrl' in full && full.webUrl.startsWith(forge.webUrl));
    },
  },
  {
    name: 'a repository says which branch is its default, before its first commit and after',
    async run({ forge, stranger, newRepo }) {
      const repo = newRepo();
      assert.equal(await forge.findRepository(repo), undefined);
      await forge.createRepository({
        repo,
        ...wanted,
        defaultBranch: 'release/next',
      });
      const empty = await forge.findRepository(repo);
      assert.equal(empty?.defaultBranch, 'release/next');
      assert.equal(empty.empty, true);
      const files = { 'a.txt': 'a\n' };
      await commit(forge, repo, { branch: 'release/next', files });
      const base = 'release/next';
      await commit(forge, repo, { branch: 'x', base, files: { b: 'b\n' } });
      same(await forge.findRepository(repo), {
        webUrl: `${forge.webUrl}/${repo.owner}/${repo.name}`,
        cloneUrl: `${forge.webUrl}/${repo.owner}/${repo.name}.git`,
        empty: false,
        defaultBranch: 'release/next',
      });
      assert.equal(await stranger.findRepository(repo), undefined);
    },
  },
  {
    name: 'a change is opened and merged against a default branch of another name',
    async run({ forge, newRepo }) {
      const repo = newRepo();
      const base = 'master';
      await forge.createRepository({ repo, ...wanted, defaultBranch: base });
      await commit(forge, repo, { branch: base, files: { a: '1\n' } });
      const files = { a: '2\n' };
      const head = await commit(forge, repo, { branch: 'x', base, files });
      const request = { repo, head: 'x', base, title: 't', body: 'b' };
      const opened = await forge.openChange(request);
      assert.ok('change' in opened);
      assert.equal(opened.change.base.branch, base);
      const merged = await forge.mergeChange(repo, opened.change.number, {
        expectedHead: head,
        method: 'merge',
      });
      assert.equal(merged.outcome, 'merged');
      const read = await forge.readFile(repo, { ref: base, path: 'a' });
      assert.equal(read?.text, '2\n');
      assert.equal(await forge.branchHead(repo, 'main'), undefined);
    },
  },
  {
    name: 'who may not create is told so in words',
    async run({ stranger, newRepo }) {
      const result = await stranger.createRepository({
        repo: newRepo(),
        ...wanted,
      });
      assert.equal(result.outcome, 'forbidden');
      assert.ok('reason' in result && result.reason.length > 10);
    },
  },
  {
    name: 'files come back byte for byte, with the id that Git gives them',
    async run(host) {
      const { repo, head } = await seed(host);
      const at = { ref: 'main', path: 'README.md' };
      same(await host.forge.readFile(repo, at), {
        text: README,
        blobId: blobId(README),
        commitId: head,
      });
      const byCommit = await host.forge.readFile(repo, { ...at, ref: head });
      assert.equal(byCommit?.text, README);
    },
  },
  {
    name: 'a byte order mark and an empty file survive',
    async run(host) {
      const { repo } = await seed(host);
      const files = { 'bom.txt': '\uFEFFa: 1\r\n', 'empty.txt': '' };
      await commit(host.forge, repo, { branch: 'main', files });
      for (const [path, text] of Object.entries(files)) {
        const file = await host.forge.readFile(repo, { ref: 'main', path });
        assert.equal(file?.text, text);
        assert.equal(file?.blobId, blobId(text));
      }
    },
  },
  {
    name: 'what is not there is undefined',
    async run(host) {
      const { repo } = await seed(host);
      const { forge, newRepo } = host;
      const read = (ref: string, path: string) =>
        forge.readFile(repo, { ref, path });
      assert.equal(await read('main', 'nope.txt'), undefined);
      assert.equal(await read('main', 'deploy'), undefined);
      assert.equal(await read('nope', 'README.md'), undefined);
      assert.equal(await forge.branchHead(repo, 'nope'), undefined);
      assert.equal(await forge.getChange(repo, 4711), undefined);
      const other = newRepo();
      assert.equal(await forge.branchHead(other, 'main'), undefined);
      const at = { ref: 'main', path: 'a' };
      assert.equal(await forge.readFile(other, at), undefined);
      same(await forge.listFiles(other, { ref: 'main', under: '' }), []);
    },
  },
  {
    name: 'files are listed below a folder, sorted, whatever their names',
    async run(host) {
      const { repo } = await seed(host);
      const path = 'deploy/ö weird #1/a b.txt';
      await commit(host.forge, repo, {
        branch: 'main',
        files: { [path]: 'x', 'deploys/no.txt': 'x' },
      });
      const list = (under: string) =>
        host.forge.listFiles(repo, { ref: 'main', under });
      same(await list('deploy'), ['deploy/settings.yaml', path]);
      assert.equal((await list('')).length, 4);
      const read = await host.forge.readFile(repo, { ref: 'main', path });
      assert.equal(read?.text, 'x');
    },
  },
];
