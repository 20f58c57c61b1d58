export interface Outcome {
  /** How many things were done. */
  readonly done: number;
}

/**
 * The work of one run. It may be started again after it failed half-way, so doing it twice must do no harm.
 *
 * @param signal - aborted when the run has to end
 */
export async function runJob(signal: AbortSignal): Promise<Outcome> {
  signal.throwIfAborted();
  return { done: 0 };
}
