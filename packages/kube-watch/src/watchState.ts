import type { WatchProblem } from './problem';

/**
 * How a cache stands to its server. Times are milliseconds since 1970.
 *
 * `syncing`: nothing was ever read, and the first try is under way. `unread`: nothing was ever read, and tries fail.
 * `live`: the rows are those of the server. `lost`: the rows are the last word of a server that does not answer now;
 * `since` is the last time it proved that they were true.
 */
export type WatchState =
  | { readonly state: 'syncing'; readonly since: number }
  | {
      readonly state: 'unread';
      readonly since: number;
      readonly problem: WatchProblem;
    }
  | { readonly state: 'live'; readonly since: number }
  | {
      readonly state: 'lost';
      readonly since: number;
      readonly problem: WatchProblem;
    };
