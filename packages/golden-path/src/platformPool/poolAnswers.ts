import { type PoolSpec, poolSpecSchema } from './poolSpec';

/** Names of the answers that a pool has. A form holds more: which warnings are accepted is no part of the pool. */
const NAMES: readonly string[] = Object.keys(poolSpecSchema.shape);

/** A pool's answers as a form keeps them: without what nobody answered, and without what is not the pool's. */
export function answersOfPoolForm(form: object): unknown {
  return withoutEmpty(
    Object.fromEntries(
      Object.entries(form).filter(([name]) => NAMES.includes(name)),
    ),
  );
}

/** A form leaves what nobody answered empty: texts without a letter, and a reserve without a size. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutEmpty).filter(each => !isNothing(each));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, withoutEmpty(each)] as const)
      .filter(([, each]) => !isNothing(each) && !isEmptyGroup(each)),
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Of a list only its empty texts go: an entry without answers is one that somebody is about to give. */
function isEmptyGroup(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}

/** A pool as far as its answers are well formed, so that one that is not hides nothing about the others. */
export function wellFormedPool(answers: unknown): PoolSpec {
  const { shape } = poolSpecSchema;
  const given =
    typeof answers === 'object' && answers !== null
      ? new Map<string, unknown>(Object.entries(answers))
      : new Map<string, unknown>();
  const read = <T>(
    name: keyof PoolSpec,
    otherwise: T,
    schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  ): T => {
    const result = schema.safeParse(given.get(name));
    return result.success ? (result.data as T) : otherwise;
  };
  return {
    name: read('name', 'pool', shape.name),
    hardwareClass: read('hardwareClass', undefined, shape.hardwareClass),
    environments: read('environments', [], shape.environments),
    storageClasses: read('storageClasses', [], shape.storageClasses),
    reserve: read('reserve', undefined, shape.reserve),
    images: read('images', [], shape.images),
    fullAt: read('fullAt', 0.85, shape.fullAt),
  };
}
