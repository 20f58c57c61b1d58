import ts from 'typescript';

/** One file that names another module: `import`, `export … from`, `import()`, `require()`, `import type`. */
export interface Import {
  readonly target: string;
  readonly line: number;
  /** Vanishes when it is compiled. */
  readonly typeOnly: boolean;
}

/** A function that reads the world instead of its arguments. */
export interface ImpureCall {
  readonly what: string;
  readonly line: number;
}

/** A function with a body. */
export interface FunctionSize {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/**
 * What a file is for. `support` is what only tests and the plugins' dev apps use: fixtures, fakes, contract suites.
 */
export type SourceRole = 'source' | 'support' | 'test';

/** A TypeScript file, as far as the rules read it. */
export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  /** Package folder, for example `plugins/baremetal-common`. */
  readonly folder: string;
  /** Path below the package's `src`; empty elsewhere. */
  readonly inSrc: string;
  readonly role: SourceRole;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly impureCalls: readonly ImpureCall[];
  readonly functions: readonly FunctionSize[];
}

const TEST = /\.test\.tsx?$|\/setupTests\.ts$/;
const SUPPORT =
  /\/(__fixtures__|__testUtils__|testUtils|testing|dev|e2e)\/|\.fixture\.ts$/;

/**
 * Reads a file's syntax tree, so that comments, strings and templates are never taken for code.
 *
 * @param path - from the root of the repository
 */
export function parseSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const impureCalls: ImpureCall[] = [];
  const functions: FunctionSize[] = [];

  function visit(node: ts.Node): void {
    const line = lineOf(tree, node.getStart(tree));
    const target = importedBy(node);
    if (target) imports.push({ ...target, line });
    const what = impureCall(node);
    if (what) impureCalls.push({ what, line });
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(tree, node.getEnd()) - line + 1;
      functions.push({ name: nameOf(node), line, lines });
    }
    ts.forEachChild(node, visit);
  }
  visit(tree);

  const [top = '', name = '', below = '', ...rest] = path.split('/');
  return {
    path,
    folder: `${top}/${name}`,
    inSrc: below === 'src' ? rest.join('/') : '',
    role: roleOf(`/${[below, ...rest].join('/')}`),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    impureCalls,
    functions,
  };
}

function roleOf(path: string): SourceRole {
  if (TEST.test(path)) return 'test';
  return SUPPORT.test(path) ? 'support' : 'source';
}

function lineOf(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}

function importedBy(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) {
    return named(node.moduleSpecifier, isTypeImport(node.importClause));
  }
  if (ts.isExportDeclaration(node)) {
    return named(node.moduleSpecifier, node.isTypeOnly);
  }
  if (ts.isImportEqualsDeclaration(node)) {
    const { moduleReference } = node;
    return ts.isExternalModuleReference(moduleReference)
      ? named(moduleReference.expression, node.isTypeOnly)
      : undefined;
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument)
      ? named(node.argument.literal, true)
      : undefined;
  }
  return ts.isCallExpression(node) && loadsModule(node.expression)
    ? named(node.arguments[0], false)
    : undefined;
}

function named(
  specifier: ts.Node | undefined,
  typeOnly: boolean,
): Omit<Import, 'line'> | undefined {
  return specifier && ts.isStringLiteralLike(specifier)
    ? { target: specifier.text, typeOnly }
    : undefined;
}

/** `import type …`, and `import { type A, type B } …`. */
function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  const { isTypeOnly, name, namedBindings } = clause;
  return (
    isTypeOnly ||
    (name === undefined &&
      namedBindings !== undefined &&
      ts.isNamedImports(namedBindings) &&
      namedBindings.elements.length > 0 &&
      namedBindings.elements.every(element => element.isTypeOnly))
  );
}

function loadsModule(called: ts.Expression): boolean {
  return (
    called.kind === ts.SyntaxKind.ImportKeyword ||
    /^(require(\.resolve)?|jest\.(requireActual|mock|unstable_mockModule))$/.test(
      called.getText(),
    )
  );
}

const IMPURE =
  /^(globalThis\.)?(Date(\.now)?|performance\.now|process\.hrtime(\.bigint)?|Math\.random|crypto\.(randomUUID|getRandomValues))$/;

/** Clocks and dice. `new Date(text)` is a conversion; `new Date()` is a clock. */
function impureCall(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === 'Date' && !node.arguments?.length
      ? 'new Date()'
      : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression.getText();
  return IMPURE.test(called) ? `${called}()` : undefined;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
    ? parent.name.getText()
    : '(without a name)';
}
