import type { FileTree } from '../types';
import type { GeneratorArguments } from './kustomization';
import { fileBelow } from './paths';
import { RenderError } from './RenderError';

const KEY = /^[-._a-zA-Z0-9]+$/;
// What may name an environment variable, as Kubernetes' own check has it.
const VARIABLE = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** Contents of a generated ConfigMap or Secret, from files of pairs, literals and whole files, in this order. */
export function readKeyValues(
  files: FileTree,
  at: { dir: string; path: string },
  args: GeneratorArguments,
): Map<string, string> {
  const read = (relative: string) => {
    const path = fileBelow(at.dir, relative);
    const text = files.get(path);
    if (text === undefined) {
      throw new RenderError(
        at.path,
        `"${args.name}" is made from ${path}, which is not there`,
      );
    }
    return text;
  };
  const envs = [...args.envs, ...(args.env === undefined ? [] : [args.env])];
  const pairs = [
    ...envs.flatMap(relative => envPairs(read(relative), relative, at.path)),
    ...args.literals.map(literal => literalPair(literal, at.path)),
    ...args.files.map((source): [string, string] => {
      const [key, relative] = fileSource(source, at.path);
      return [key, read(relative)];
    }),
  ];
  const values = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (!KEY.test(key)) {
      throw new RenderError(at.path, `"${key}" is not a key of "${args.name}"`);
    }
    if (values.has(key)) {
      throw new RenderError(
        at.path,
        `"${args.name}" has the key "${key}" twice`,
      );
    }
    values.set(key, value);
  }
  return values;
}

function envPairs(
  text: string,
  file: string,
  path: string,
): [string, string][] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map(line => line.trimStart())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const equals = line.indexOf('=');
      const key = equals < 0 ? line : line.slice(0, equals);
      if (!VARIABLE.test(key)) {
        throw new RenderError(path, `${file}: "${key}" is not a variable name`);
      }
      return [key, equals < 0 ? '' : line.slice(equals + 1)];
    });
}

function literalPair(literal: string, path: string): [string, string] {
  const equals = literal.indexOf('=');
  if (equals < 1) {
    throw new RenderError(path, `the literal "${literal}" is not key=value`);
  }
  const value = literal.slice(equals + 1);
  const quoted = /^(["'])([\s\S]*)\1$/.exec(value);
  return [literal.slice(0, equals), quoted?.[2] ?? value];
}

function fileSource(source: string, path: string): [string, string] {
  const parts = source.split('=');
  const [first = '', second = ''] = parts;
  if (parts.length === 1) {
    return [source.slice(source.lastIndexOf('/') + 1), source];
  }
  if (parts.length > 2 || first === '' || second === '') {
    throw new RenderError(path, `"${source}" is not [key=]file`);
  }
  return [first, second];
}
