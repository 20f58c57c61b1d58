import { posix } from 'node:path';
import type { Import, SourceFile } from '../parseSource';

const COMMON = '@baremetal/backstage-plugin-baremetal-common';
const NODE = '@baremetal/backstage-plugin-baremetal-node';
const GOLDEN_PATH = '@baremetal/golden-path';
const FORGE = '@baremetal/forge';
const KUBE_WATCH = '@baremetal/kube-watch';
const PLATFORM_SIM = '@baremetal/platform-sim';

/** Which of our packages a package may import. One that is not named here may import none. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/golden-path': [COMMON],
  'packages/platform-sim': [COMMON, GOLDEN_PATH],
  'plugins/baremetal-node': [COMMON],
  'plugins/baremetal-backend': [COMMON, NODE, GOLDEN_PATH, FORGE, KUBE_WATCH],
  'plugins/baremetal-backend-module-linstor': [COMMON, NODE],
  'plugins/catalog-backend-module-baremetal': [COMMON, NODE],
  'plugins/baremetal-frontend': [COMMON, GOLDEN_PATH],
  'plugins/scaffolder-actions': [COMMON, NODE, GOLDEN_PATH, FORGE],
};

/** The demo installation and what drives it: they put everything together. */
const INSTALLATION = [
  'packages/app',
  'packages/backend',
  'packages/control-plane',
  'packages/dev',
];

/** What tests, their support and the plugins' dev apps may import on top. */
const TESTS_MAY_IMPORT = [PLATFORM_SIM];

/** The pure packages, and what each may import from outside: the same in Node and in a browser. */
export const PURE_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'plugins/baremetal-common': ['@backstage/plugin-permission-common', 'croner'],
  'packages/golden-path': ['diff', 'yaml', 'zod/v3'],
};

/**
 * ADR 14: the types of what is written for a cluster. They vanish when it is compiled, and one file knows where they
 * come from.
 */
const TYPES_ONLY = {
  file: 'packages/golden-path/src/manifests/typed.ts',
  packages: /^(kubernetes-models|@kubernetes-models\/[a-z-]+)\//,
};

/** ADR 12: command lines of pure packages. They may use Node, and nothing else of their package may use them. */
const COMMAND_LINES: Readonly<Record<string, string>> = {
  'packages/golden-path': 'cli/',
};

/** The one place that may know the Kubernetes client. */
const CLIENT_FOLDER = 'plugins/baremetal-backend/src/cluster/';

type Refusal = (
  file: SourceFile,
  target: string,
  typeOnly: boolean,
) => string | undefined;

/** Layers point one way: `MAY_IMPORT` is the whole truth. */
export function againstLayers(files: readonly SourceFile[]): string[] {
  return refused(files, ({ folder, role }, target) => {
    const name = packageName(target);
    if (!name.startsWith('@baremetal/') || INSTALLATION.includes(folder)) {
      return undefined;
    }
    const allowed = [
      ...(MAY_IMPORT[folder] ?? []),
      ...(role === 'source' ? [] : TESTS_MAY_IMPORT),
    ];
    return allowed.includes(name)
      ? undefined
      : `${folder} may import ${allowed.join(', ') || 'none of ours'}`;
  });
}

/** A pure package runs in the browser: no Node, no framework, no client. */
export function againstPurity(files: readonly SourceFile[]): string[] {
  return refused(files, (file, target, typeOnly) => {
    const { folder, role } = file;
    const allowed = PURE_MAY_IMPORT[folder];
    if (role !== 'source' || allowed === undefined) return undefined;
    if (target.startsWith('.')) return againstCommandLine(file, target);
    return target.startsWith('@baremetal/') ||
      allowed.includes(target) ||
      (typeOnly && isTypeOfManifests(file, target)) ||
      (isCommandLine(folder, file.inSrc) && target.startsWith('node:'))
      ? undefined
      : `${folder} may import ${allowed.join(', ')} from outside`;
  });
}

/** Whatever used the command line would bring Node into the browser. */
function againstCommandLine(
  { folder, inSrc }: SourceFile,
  target: string,
): string | undefined {
  const imported = posix.join(posix.dirname(inSrc), target);
  return isCommandLine(folder, `${imported}/`) && !isCommandLine(folder, inSrc)
    ? `only a command line may use ${COMMAND_LINES[folder]}`
    : undefined;
}

function isTypeOfManifests({ path }: SourceFile, target: string): boolean {
  return path === TYPES_ONLY.file && TYPES_ONLY.packages.test(target);
}

function isCommandLine(folder: string, inSrc: string): boolean {
  const own = COMMAND_LINES[folder];
  return own !== undefined && inSrc.startsWith(own);
}

/** The Kubernetes client is known in one folder, in tests as well. */
export function againstClientFolder(files: readonly SourceFile[]): string[] {
  return refused(files, ({ path }, target) =>
    packageName(target) !== '@kubernetes/client-node' ||
    path.startsWith(CLIENT_FOLDER)
      ? undefined
      : `only ${CLIENT_FOLDER} may`,
  );
}

/** The watcher and the Git hosts serve anybody, with or without Backstage. */
export function againstBackstageFree(files: readonly SourceFile[]): string[] {
  return refused(files, ({ folder, role }, target) =>
    role === 'source' &&
    ['packages/kube-watch', 'packages/forge'].includes(folder) &&
    target.startsWith('@backstage/')
      ? `${folder} knows no Backstage`
      : undefined,
  );
}

/** Pages are made of Backstage UI. */
export function againstMaterialUi(files: readonly SourceFile[]): string[] {
  return refused(files, ({ folder }, target) =>
    folder.startsWith('plugins/') && /^@(material-ui|mui)\//.test(target)
      ? 'our plugins use Backstage UI'
      : undefined,
  );
}

function refused(files: readonly SourceFile[], refusal: Refusal): string[] {
  return files.flatMap(file =>
    file.imports.flatMap(each => {
      const reason = refusal(file, each.target, each.typeOnly);
      return reason === undefined ? [] : [told(file, each, reason)];
    }),
  );
}

/** One line that says where, what, and what would be right. */
export function told(
  { path }: SourceFile,
  { target, line }: Import,
  reason: string,
): string {
  return `${path}:${line} imports ${target}: ${reason}`;
}

function packageName(target: string): string {
  const [scope = '', name = ''] = target.split('/');
  return target.startsWith('@') ? `${scope}/${name}` : scope;
}
