import { ARGO } from '../../constants';
import type { Manifest } from '../../types';

/** When in a sync an object is applied: phase by phase, and within a phase wave by wave. */
export interface Place {
  readonly phase: string;
  readonly wave: number;
}

/** Phases of a sync in their order; hooks of others run when something fails or is deleted. */
const PHASES = ['PreSync', 'Sync', 'PostSync'];

/** `undefined` for a hook that a sync which succeeds does not run. */
export function placeOf({ metadata }: Manifest): Place | undefined {
  const hook = metadata.annotations?.[ARGO.hook];
  const phase =
    hook === undefined
      ? 'Sync'
      : PHASES.find(known => hook.split(',').some(one => one.trim() === known));
  return phase === undefined
    ? undefined
    : { phase, wave: Number(metadata.annotations?.[ARGO.wave] ?? 0) };
}

export function isHook({ metadata }: Manifest): boolean {
  return metadata.annotations?.[ARGO.hook] !== undefined;
}

/** Whether Argo CD waits for everything at `other` before it applies what is here. */
export function comesAfter(here: Place, other: Place): boolean {
  const phases = PHASES.indexOf(here.phase) - PHASES.indexOf(other.phase);
  return phases === 0 ? here.wave > other.wave : phases > 0;
}
