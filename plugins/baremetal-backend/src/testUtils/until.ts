import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something that other processes bring about. */
export async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(5)) {
    if (condition()) {
      return;
    }
  }
  throw new Error(`Never became true: ${condition}`);
}
