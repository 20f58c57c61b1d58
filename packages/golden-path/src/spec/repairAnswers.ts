import { type ServiceSpec, serviceSpecSchema } from './serviceSpec';

/** What stands in for a required answer that the schema refuses. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  name: 'service',
  owner: 'group:default/unknown',
  repository: 'registry.example/service',
  replicas: 2,
  cpu: '250m',
  memory: '256Mi',
  size: '10Gi',
  hardwareClass: 'unknown',
  host: 'git.example',
};

/** `delivery.steps.<index>` */
const STEP_DEPTH = 3;

/** A spec with stand-ins where the schema refuses an answer, and where those are. */
export interface RepairedAnswers {
  readonly spec: ServiceSpec;
  readonly repaired: readonly (readonly (string | number)[])[];
}

/**
 * Puts stand-ins where the schema refuses an answer, so that the rules can judge all the others and a person sees
 * every finding at once. Never to be made into files.
 *
 * @returns `undefined` when the answers are too far from a spec
 */
export function repairAnswers(answers: unknown): RepairedAnswers | undefined {
  const first = serviceSpecSchema.safeParse(answers);
  if (first.success) return { spec: first.data, repaired: [] };
  const repaired = first.error.issues.flatMap(issue => {
    if (isInStep(issue.path)) return [issue.path.slice(0, STEP_DEPTH)];
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => [...issue.path, key])
      : [issue.path];
  });
  const copy: unknown = structuredCopy(answers);
  for (const path of repaired) standIn(copy, path);
  const second = serviceSpecSchema.safeParse(copy);
  return second.success ? { spec: second.data, repaired } : undefined;
}

function standIn(root: unknown, path: readonly (string | number)[]) {
  const key = path[path.length - 1];
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), root);
  if (key === undefined || !isObject(parent)) return;
  if (isInStep(path)) parent[key] = { setWeight: 50 };
  else if (key in STAND_INS) parent[key] = STAND_INS[key];
  else delete parent[key];
}

function isInStep(path: readonly (string | number)[]): boolean {
  return (
    path[0] === 'delivery' && path[1] === 'steps' && path.length >= STEP_DEPTH
  );
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function structuredCopy<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
