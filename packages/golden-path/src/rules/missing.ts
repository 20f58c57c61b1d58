/** A rule read a fact that nobody has given. */
export class MissingFact extends Error {
  override readonly name = 'MissingFact';

  /** @param reason - ends the sentence "Not checked, because …" */
  constructor(readonly reason: string) {
    super(reason);
  }
}

const STAND_INS = new WeakSet<object>();

/**
 * Stands in for facts that nobody has given.
 *
 * @remarks
 *
 * Rules are written as if everything were known. One that reads a field of this ends with a {@link MissingFact}, and
 * is listed as not checked; what it found in the objects before that still counts. So no rule can judge by an invented
 * answer, and none has to say what it needs.
 */
export function missing<T extends object>(reason: string): T {
  const refuse = (): never => {
    throw new MissingFact(reason);
  };
  const standIn = new Proxy({} as T, {
    get: refuse,
    has: refuse,
    ownKeys: refuse,
    getOwnPropertyDescriptor: refuse,
  });
  STAND_INS.add(standIn);
  return standIn;
}

/** The facts, unless they are only stood in for: for rules that can do without. */
export function ifKnown<T extends object>(facts: T): T | undefined {
  return STAND_INS.has(facts) ? undefined : facts;
}
