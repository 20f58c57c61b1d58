import type { KindInfo } from './kinds';
import { resourceText } from './kinds';

/** `Status` as the API server writes it. */
export interface StatusBody {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: object;
  readonly status: 'Failure' | 'Success';
  readonly message?: string;
  readonly reason?: string;
  readonly details?: object;
  readonly code?: number;
}

/** A refusal of the API server, with its whole answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly body: StatusBody;

  constructor(
    readonly code: number,
    reason: string,
    message: string,
    details?: object,
  ) {
    super(message);
    this.body = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      ...(reason && { reason }),
      ...(details && { details }),
      code,
    };
  }
}

function about(kind: KindInfo, name?: string): object {
  return {
    ...(name !== undefined && { name }),
    ...(kind.group !== '' && { group: kind.group }),
    kind: kind.plural,
  };
}

export function notFound(kind: KindInfo, name: string): ApiError {
  const message = `${resourceText(kind)} "${name}" not found`;
  return new ApiError(404, 'NotFound', message, about(kind, name));
}

export function alreadyExists(kind: KindInfo, name: string): ApiError {
  const message = `${resourceText(kind)} "${name}" already exists`;
  return new ApiError(409, 'AlreadyExists', message, about(kind, name));
}

export function conflict(kind: KindInfo, name: string): ApiError {
  const message = `Operation cannot be fulfilled on ${resourceText(
    kind,
  )} "${name}": the object has been modified; please apply your changes to the latest version and try again`;
  return new ApiError(409, 'Conflict', message, about(kind, name));
}

export function invalid(
  kind: KindInfo,
  name: string,
  field: string,
  why: string,
): ApiError {
  const what = kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`;
  const message = `${what} "${name}" is invalid: ${field}: ${why}`;
  return new ApiError(422, 'Invalid', message, {
    ...about(kind, name),
    kind: kind.kind,
    causes: [{ reason: 'FieldValueInvalid', message: why, field }],
  });
}

export function forbidden(
  kind: KindInfo,
  who: { user: string; verb: string; namespace?: string; name?: string },
): ApiError {
  const scope =
    who.namespace === undefined
      ? 'at the cluster scope'
      : `in the namespace "${who.namespace}"`;
  const subject =
    who.name === undefined
      ? resourceText(kind)
      : `${resourceText(kind)} "${who.name}"`;
  const message = `${subject} is forbidden: User "${who.user}" cannot ${who.verb} resource "${kind.plural}" in API group "${kind.group}" ${scope}`;
  return new ApiError(403, 'Forbidden', message, about(kind, who.name));
}

export function unauthorized(): ApiError {
  return new ApiError(401, 'Unauthorized', 'Unauthorized');
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, 'BadRequest', message);
}

export function methodNotAllowed(): ApiError {
  return new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

export function unsupportedMediaType(accepted: readonly string[]): ApiError {
  const message = `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
    ', ',
  )}`;
  return new ApiError(415, 'UnsupportedMediaType', message);
}

/** The version asked for was compacted away. */
export function expired(asked: number, oldest: number): ApiError {
  const message = `too old resource version: ${asked} (${oldest})`;
  return new ApiError(410, 'Expired', message);
}

/** The page that a `continue` token names was compacted away. */
export function continueExpired(): ApiError {
  return new ApiError(
    410,
    'Expired',
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
  );
}
