import type { Manifest } from '@baremetal/golden-path';

const WAVE = 'argocd.argoproj.io/sync-wave';
const HOOK = 'argocd.argoproj.io/hook';

/** In the order in which Argo CD goes through them. */
const PHASES = ['PreSync', 'Sync', 'PostSync'] as const;

/** What Argo CD notes about one object of a sync, in the order in which it applied them. */
export interface SyncedResource {
  readonly kind: string;
  readonly name: string;
  readonly status?: string;
  readonly syncPhase?: string;
  readonly hookPhase?: string;
  readonly message?: string;
}

/**
 * Argo CD's own account of a sync (`status.operationState.syncResult`): it holds every object, hooks before the sync
 * came first, each wave after the one before it, and each hook succeeded.
 *
 * @throws Error that names the objects
 */
export function expectSyncOrder(
  synced: readonly SyncedResource[],
  objects: readonly Manifest[],
): void {
  const placed = objects.map(object => placeOf(object, synced));
  const inOrder = [...placed].sort((a, b) => a.at - b.at);
  for (const [i, late] of inOrder.entries()) {
    const early = inOrder
      .slice(0, i)
      .find(({ phase, wave }) =>
        phase === late.phase ? wave > late.wave : phase > late.phase,
      );
    if (early) {
      throw new Error(`Argo CD applied ${early.words} before ${late.words}`);
    }
  }
}

function placeOf(
  { kind, metadata }: Manifest,
  synced: readonly SyncedResource[],
) {
  const { name, annotations } = metadata;
  const hook = annotations?.[HOOK];
  const phase = PHASES.findIndex(each => each === (hook ?? 'Sync'));
  const at = synced.findIndex(
    each =>
      each.kind === kind &&
      each.name === name &&
      each.syncPhase === PHASES[phase],
  );
  const found = synced[at];
  if (found === undefined) {
    throw new Error(`${kind}/${name} is not in the result of the sync`);
  }
  const wave = Number(annotations?.[WAVE] ?? 0);
  const words = `${kind}/${name} of wave ${wave} in ${PHASES[phase]}`;
  const isDone = hook
    ? found.hookPhase === 'Succeeded'
    : found.status === 'Synced';
  if (!isDone) {
    throw new Error(
      `${words}: ${found.status ?? ''} ${found.hookPhase ?? ''} ${
        found.message ?? ''
      }`,
    );
  }
  return { at, phase, wave, words };
}
