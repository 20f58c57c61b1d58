import { type FieldSpec, visitFields } from '../fieldSpecs';
import type { Kustomization } from '../kustomization';
import { compilePattern } from '../patterns';
import { isObject, type JsonObject, type Resource } from '../Resource';
import { joinImage, splitImage } from '../imageName';

const LISTS = ['containers', 'initContainers'];

type ImageEdit = Kustomization['images'][number];

/**
 * Gives containers with this image another name, tag or digest. No container with it: nothing happens, and nobody says
 * so.
 */
export function setImages(
  resources: readonly Resource[],
  edit: ImageEdit,
  how: { specs: readonly FieldSpec[]; path: string },
): void {
  const isMeant = imagePattern(edit.name, how.path);
  const visit = (holder: JsonObject, key: string) => {
    const image = holder[key];
    if (typeof image === 'string' && isMeant.test(image)) {
      holder[key] = editImage(image, edit);
    }
  };
  for (const { object } of resources) {
    if (object.kind !== 'CustomResourceDefinition') {
      visitContainers(object, visit);
      for (const spec of how.specs) {
        visitFields(object, spec, { visit });
      }
    }
  }
}

/** Containers wherever they are: kustomize looks into every list of that name, whatever the kind. */
function visitContainers(
  value: unknown,
  visit: (holder: JsonObject, key: string) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach(item => visitContainers(item, visit));
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const inner = value[key];
      visitContainers(inner, visit);
      if (LISTS.includes(key) && Array.isArray(inner)) {
        inner.filter(isObject).forEach(container => visit(container, 'image'));
      }
    }
  }
}

// The name is part of a regular expression in kustomize too, so its dots match any letter there.
function imagePattern(name: string, path: string): RegExp {
  return compilePattern(
    name,
    path,
    text => `^${text}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`,
  );
}

function editImage(image: string, edit: ImageEdit): string {
  const { name, tag, digest } = splitImage(image);
  const renamed = edit.newName || name;
  if (edit.newTag !== '' || edit.digest !== '') {
    return joinImage({ name: renamed, tag: edit.newTag, digest: edit.digest });
  }
  return joinImage(
    edit.tagSuffix === ''
      ? { name: renamed, tag, digest }
      : { name: renamed, tag: `${tag}${edit.tagSuffix}`, digest: '' },
  );
}
