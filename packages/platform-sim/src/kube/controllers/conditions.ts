export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
  readonly lastUpdateTime?: string;
}

/** The conditions with this one set; its transition time moves only when its status does. */
export function withCondition(
  conditions: readonly Condition[] | undefined,
  next: Condition,
  stamp: string,
): readonly Condition[] {
  const old = conditions?.find(({ type }) => type === next.type);
  const same =
    old?.status === next.status &&
    old.reason === next.reason &&
    old.message === next.message;
  if (same) return conditions ?? [];
  const moved = old?.status !== next.status;
  const condition = {
    ...next,
    lastTransitionTime: moved ? stamp : old?.lastTransitionTime ?? stamp,
  };
  return [
    ...(conditions ?? []).filter(({ type }) => type !== next.type),
    condition,
  ];
}

export function isTrue(
  object: { readonly status?: { readonly conditions?: readonly Condition[] } },
  type: string,
): boolean {
  return (
    object.status?.conditions?.some(
      condition => condition.type === type && condition.status === 'True',
    ) ?? false
  );
}
