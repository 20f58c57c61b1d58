import type { KubeObject, ObjectDraft } from '../kube/objects';

/**
 * The object that Git asks for, with what a controller writes into it left as it is: the weights of a route. As an
 * Application's `ignoreDifferences` would have it.
 */
export function withLiveFields(
  draft: ObjectDraft,
  live: KubeObject | undefined,
): ObjectDraft {
  if (draft.kind !== 'HTTPRoute' || !live) return draft;
  const { spec } = draft as KubeObject;
  const weights = new Map<string, number>(
    (live.spec.rules ?? []).flatMap((rule: any, i: number) =>
      (rule.backendRefs ?? []).map(
        ({ name, weight }: any) => [`${i}/${name}`, weight] as const,
      ),
    ),
  );
  const rules = spec.rules?.map((rule: any, i: number) => ({
    ...rule,
    backendRefs: rule.backendRefs?.map((ref: any) => {
      const weight = weights.get(`${i}/${ref.name}`) ?? ref.weight;
      return weight === undefined ? ref : { ...ref, weight };
    }),
  }));
  return { ...draft, spec: { ...spec, rules } } as ObjectDraft;
}
