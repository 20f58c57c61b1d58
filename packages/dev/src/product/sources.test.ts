import { createMockDirectory } from '@backstage/backend-test-utils';
import { hashSources } from './sources';

const repository = {
  'yarn.lock': 'react@18',
  'README.md': 'words',
  packages: {
    app: {
      'package.json': manifest('app', ['ours-form', 'react']),
      src: { 'index.tsx': 'render()' },
    },
    core: {
      'package.json': manifest('ours-core', []),
      src: { 'core.ts': '1' },
    },
    backend: {
      'package.json': manifest('backend', ['app']),
      src: { 'index.ts': 'serve()' },
    },
  },
  plugins: {
    form: {
      'package.json': manifest('ours-form', ['ours-core']),
      src: { 'form.tsx': '<form/>' },
    },
  },
};

function manifest(name: string, dependencies: readonly string[]): string {
  const versions = dependencies.map(dependency => [dependency, '*'] as const);
  return JSON.stringify({ name, dependencies: Object.fromEntries(versions) });
}

describe('hashSources', () => {
  const root = createMockDirectory();

  beforeEach(() => root.setContent(repository));

  it.each([
    ['a file of the package', 'packages/app/src/index.tsx'],
    ['a file of what it depends on', 'plugins/form/src/form.tsx'],
    ['a file of what that depends on', 'packages/core/src/core.ts'],
    ['a new file', 'packages/core/src/other.ts'],
    ['the versions of others', 'yarn.lock'],
  ])('changes with %s', (_, path) => {
    const before = hashSources(root.path, 'app');
    root.addContent({ [path]: 'changed' });
    expect(hashSources(root.path, 'app')).not.toBe(before);
  });

  it.each([
    ['a package that it does not use', 'packages/backend/src/index.ts'],
    ['what was built of it', 'packages/core/dist/core.js'],
    ['what was installed for it', 'packages/app/node_modules/found.js'],
    ['a folder without a package', 'plugins/left-behind/src/old.ts'],
    ['words', 'README.md'],
  ])('stays with %s', (_, path) => {
    const before = hashSources(root.path, 'app');
    root.addContent({ [path]: 'changed' });
    expect(hashSources(root.path, 'app')).toBe(before);
  });

  it('tells two files from one that holds the bytes of both', () => {
    const src = 'packages/core/src';
    root.addContent({ [`${src}/a.ts`]: 'x', [`${src}/b.ts`]: 'y' });
    const two = hashSources(root.path, 'app');
    root.setContent({ ...repository });
    root.addContent({ [`${src}/a.ts`]: `x${src}/b.ts\x001\x00y` });
    expect(hashSources(root.path, 'app')).not.toBe(two);
  });

  it('says which package there is not', () => {
    expect(() => hashSources(root.path, 'apq')).toThrow(
      /There is no package "apq" in/,
    );
  });
});
