import { joinImage, splitImage } from '../../render/imageName';
import { isEqual } from '../../render/isEqual';
import type { Template } from './template';
import type { TemplateContext } from './toTemplate';

const IMAGE = /\/(containers|initContainers)\/\d+\/image$/;

/**
 * Text that follows from something else: an image, the name of the settings, the namespace.
 *
 * @returns `undefined` for text that does not
 */
export function textTemplate(
  versions: readonly (string | undefined)[],
  context: TemplateContext & { readonly pointer: string },
): Template | undefined {
  const { pointer, namespaces, configNames } = context;
  if (IMAGE.test(pointer)) return imageTemplate(versions, context);
  if (areAll(versions, configNames)) return { kind: 'configName' };
  if (areAll(versions, namespaces)) return { kind: 'namespace' };
  return aroundNamespace(versions, namespaces);
}

function areAll(
  versions: readonly (string | undefined)[],
  names: readonly string[],
): boolean {
  return versions.every(
    (version, i) => version === undefined || version === names[i],
  );
}

function imageTemplate(
  versions: readonly (string | undefined)[],
  { images, recorder }: TemplateContext,
): Template | undefined {
  const parts = versions.map(version =>
    version === undefined ? undefined : splitImage(version),
  );
  const path = images.get(parts.find(part => part !== undefined)?.name ?? '');
  if (
    path === undefined ||
    !parts.every(
      (part, i) => part === undefined || joinImage(part) === versions[i],
    )
  ) {
    return undefined;
  }
  const noted = recorder.record(
    path,
    parts.map(
      part =>
        part && {
          repository: part.name,
          tag: part.tag,
          digest: part.digest,
        },
    ),
  );
  return noted ? { kind: 'image', path } : undefined;
}

/** Queries name the namespace among other things. */
function aroundNamespace(
  versions: readonly (string | undefined)[],
  namespaces: readonly string[],
): Template | undefined {
  const there = versions.flatMap((version, i) =>
    version === undefined
      ? []
      : [{ version, parts: version.split(namespaces[i] ?? '\0') }],
  );
  const [first] = there;
  const differ = there.some(({ version }) => version !== first?.version);
  return first !== undefined &&
    differ &&
    there.every(({ parts }) => isEqual(parts, first.parts))
    ? { kind: 'around', parts: first.parts }
    : undefined;
}
