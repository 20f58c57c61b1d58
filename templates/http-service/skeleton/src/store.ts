import { connect } from 'node:net';

export interface StoreAddress {
  readonly host: string;
  readonly port: number;
}

/** Whether the store takes connections. Asked by the readiness probe, so it answers within a second. */
export function storeIsReachable(
  { host, port }: StoreAddress,
  timeoutMs = 1000,
): Promise<boolean> {
  return new Promise(done => {
    const socket = connect({ host, port });
    const answer = (reachable: boolean) => {
      socket.destroy();
      done(reachable);
    };
    socket.setTimeout(timeoutMs, () => answer(false));
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
