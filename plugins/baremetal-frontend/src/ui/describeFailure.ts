import { ResponseError } from '@backstage/errors';

/** What a reader can do about a failed request. */
export type FailureKind =
  | 'denied'
  | 'missing'
  | 'moved'
  | 'signedOut'
  | 'offline'
  | 'server';

export interface Failure {
  readonly kind: FailureKind;
  /** The backend's own sentence, or what the browser said. */
  readonly message: string;
}

const KINDS: Readonly<Record<number, FailureKind>> = {
  401: 'signedOut',
  403: 'denied',
  404: 'missing',
  409: 'moved',
};

/** Sorts an error by what a reader can do about it. */
export function describeFailure(error: Error): Failure {
  if (error.name !== 'ResponseError') {
    return { kind: 'offline', message: error.message };
  }
  const { statusCode, cause } = error as ResponseError;
  return { kind: KINDS[statusCode] ?? 'server', message: cause.message };
}
