import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';

/**
 * What a form or a caller sent, made ready for the schema: answers left empty are dropped, so that the schema's
 * defaults apply, and what the installation decides (where images are pushed) is filled in.
 *
 * The form, the actions and the endpoint all start here, so that they judge the same spec.
 */
export function completeAnswers(
  answers: unknown,
  platform: Pick<PlatformFacts, 'registry'>,
): unknown {
  const given = dropEmpty(answers);
  if (!isRecord(given)) return given;
  const { image = {} } = given;
  // What is no image at all is refused by the schema, and not replaced.
  if (!isRecord(image)) return given;
  const repository =
    typeof given.name === 'string'
      ? { repository: `${platform.registry}/${given.name}` }
      : {};
  return { ...given, image: { ...repository, ...image } };
}

function dropEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropEmpty);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined && v !== null && v !== '')
      .map(([key, v]) => [key, dropEmpty(v)]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
