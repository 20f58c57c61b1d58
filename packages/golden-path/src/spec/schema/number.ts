import { z } from 'zod/v3';

/** Kubernetes keeps most numbers in 32 bits, and refuses the whole object in the middle of a sync when one is larger. */
const LARGEST = 2 ** 31 - 1;

/** As long as anything that is waited for may take. */
const DAY = 86_400;

/** A number of pods, attempts or measurements. */
export const count = (least: 0 | 1) => z.number().int().min(least).max(LARGEST);

/** A time that is waited, in seconds. */
export const seconds = (least: 0 | 1) => z.number().int().min(least).max(DAY);
