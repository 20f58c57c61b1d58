import { goJson, shortHash } from '../../render/contentHash';
import { joinImage } from '../../render/imageName';
import { RenderError } from '../../render/RenderError';
import { isObject } from '../../render/Resource';
import { toYaml } from '../../serialize';
import type { Token } from './actions';

/** What the actions of a template can ask for. */
export interface Release {
  readonly chart: string;
  readonly namespace: string;
  readonly values: unknown;
  /** Whether the named templates of the golden path are there. */
  readonly hasHelpers: boolean;
}

class MissingValue extends Error {}

/** An action of a template. */
interface Action {
  readonly pattern: RegExp;
  readonly text: (release: Release, groups: readonly string[]) => string;
}

const VALUE = String.raw`\.Values((?:\.[A-Za-z_]\w*)+)`;

/** The few actions that our templates use. Helm knows many more. */
const ACTIONS: readonly Action[] = [
  { pattern: /^"\{\{"$/, text: () => '{{' },
  { pattern: /^\/\* \*\/$/, text: () => '' },
  { pattern: /^\.Release\.Namespace$/, text: ({ namespace }) => namespace },
  {
    pattern: new RegExp(`^${VALUE} \\| toJson$`),
    text: ({ values }, [path]) => JSON.stringify(valueOf(values, path)),
  },
  {
    pattern: new RegExp(`^toYaml ${VALUE} \\| nindent (\\d+)$`),
    text: ({ values }, [path, columns]) => {
      const pad = `\n${' '.repeat(Number(columns))}`;
      const text = toYaml(valueOf(values, path)).replace(/\n$/, '');
      return `${pad}${text.replaceAll('\n', pad)}`;
    },
  },
  {
    pattern: new RegExp(`^include "service\\.image" ${VALUE} \\| toJson$`),
    text: ({ values }, [path]) => JSON.stringify(imageOf(values, path)),
  },
  {
    pattern: /^include "service\.configName" \. \| toJson$/,
    text: release => JSON.stringify(configNameOf(release)),
  },
];

const IF = new RegExp(`^if ${VALUE}$`);

/**
 * What a template becomes with the values of an environment.
 *
 * @throws {@link RenderError} for an action that Helm may know and this does not
 */
export function evaluate(
  tokens: readonly Token[],
  release: Release,
  path: string,
): string {
  /** Of each open `if`, whether what is in it counts. */
  const open: boolean[] = [];
  let text = '';
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (!open.includes(false)) text += token.text;
      continue;
    }
    const { action, line } = token;
    const condition = IF.exec(action);
    if (condition) {
      open.push(
        // What is left out is not looked at.
        !open.includes(false) && isSaid(valueIn(release, condition, path)),
      );
    } else if (action === 'end') {
      if (open.pop() === undefined) {
        throw new RenderError(
          path,
          `its {{ end }} in line ${line} ends nothing`,
        );
      }
    } else {
      const put = apply(action, release, { path, line });
      if (!open.includes(false)) text += put();
    }
  }
  if (open.length > 0) throw new RenderError(path, 'an {{ if }} has no end');
  return text;
}

function apply(
  action: string,
  release: Release,
  { path, line }: { path: string; line: number },
): () => string {
  for (const { pattern, text } of ACTIONS) {
    const match = pattern.exec(action);
    if (match && action.startsWith('include ') && !release.hasHelpers) {
      throw new RenderError(
        path,
        `its line ${line} asks for {{ ${action} }}, and there is no such named template`,
      );
    }
    if (match) return () => inFile(path, () => text(release, match.slice(1)));
  }
  throw new RenderError(
    path,
    `its line ${line} asks for {{ ${action} }}, which only Helm can tell`,
    true,
  );
}

function valueIn(release: Release, [, at]: RegExpExecArray, path: string) {
  return inFile(path, () => valueOf(release.values, at));
}

function inFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MissingValue)) throw error;
    throw new RenderError(path, error.message);
  }
}

/** As Helm: what is not there is null, and nothing can be asked of that. */
function valueOf(values: unknown, path = ''): unknown {
  const steps = path.split('.').slice(1);
  return steps.reduce<unknown>((value, step) => {
    if (!isObject(value)) {
      throw new MissingValue(
        `it asks for ${path.slice(1)}, and the values have nothing there`,
      );
    }
    return Object.hasOwn(value, step) ? value[step] : null;
  }, values);
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) ? Object.keys(value).length > 0 : Boolean(value);
}

function imageOf(values: unknown, path: string | undefined): string {
  const image = valueOf(values, path);
  const part = (key: string) => String(valueOf(image, `.${key}`) ?? '');
  return joinImage({
    name: part('repository'),
    tag: part('tag'),
    digest: part('digest'),
  });
}

/** The JSON is what kustomize hashes of a ConfigMap. */
function configNameOf({ chart, values }: Release): string {
  const data = goJson(valueOf(values, '.config'));
  const hash = shortHash(`{"data":${data},"kind":"ConfigMap","name":""}`);
  return `${chart}-config-${hash}`;
}
