import { setTimeout as sleep } from 'node:timers/promises';

/** Waiting longer would change nothing. */
export class Hopeless extends Error {}

/**
 * Asks again until the answer is what is waited for.
 *
 * @param ask - gives `true`, or in words what is so instead; throwing counts as "not yet"
 */
export async function eventually(
  what: string,
  ask: () => Promise<true | string>,
  seconds: number,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  let last = 'nothing was ever answered';
  for (;;) {
    try {
      const answer = await ask();
      if (answer === true) return;
      last = answer;
    } catch (error) {
      if (error instanceof Hopeless) throw error;
      last = error instanceof Error ? error.message : String(error);
    }
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${seconds} s. Last: ${last}`);
    }
    await sleep(500);
  }
}
