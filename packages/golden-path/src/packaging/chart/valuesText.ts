import { Scalar } from 'yaml';
import { isObject, type JsonObject } from '../../render/Resource';
import { toYaml } from '../../serialize';

/** A values file, whose first lines say what it is for. */
export function valuesText(
  values: JsonObject,
  comment: readonly string[],
): string {
  const head = comment.map(line => `# ${line.replace(/\s+/g, ' ')}\n`).join('');
  return `${head}${toYaml(withQuotedTags(values))}`;
}

/** Always, as promotions write them: a tag like 1.10 must not become a number. */
function withQuotedTags(values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (!isObject(value)) return [key, value];
      return [
        key,
        key === 'image'
          ? Object.fromEntries(
              Object.entries(value).map(([field, text]) => [
                field,
                field === 'repository' ? text : quoted(text),
              ]),
            )
          : withQuotedTags(value),
      ];
    }),
  );
}

function quoted(text: unknown): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
