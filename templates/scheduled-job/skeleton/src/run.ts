import type { Outcome } from './job.ts';

export interface Run {
  readonly work: (signal: AbortSignal) => Promise<Outcome>;
  readonly signal: AbortSignal;
  readonly log: (level: 'info' | 'error', message: string, fields: Record<string, unknown>) => void;
}

/** Runs the work once. @returns exit code: 0 done, 1 failed, 143 told to end */
export async function run({ work, signal, log }: Run): Promise<number> {
  const started = performance.now();
  const seconds = () => Math.round(performance.now() - started) / 1000;
  log('info', 'started', {});
  try {
    const outcome = await work(signal);
    log('info', 'done', { ...outcome, seconds: seconds() });
    return 0;
  } catch (error) {
    log('error', signal.aborted ? 'told to end' : 'failed', {
      error: String(error),
      seconds: seconds(),
    });
    return signal.aborted ? 143 : 1;
  }
}
