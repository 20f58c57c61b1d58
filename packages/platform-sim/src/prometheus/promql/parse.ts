/** The part of PromQL that analyses and storage views use. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'selector';
      readonly metric: string;
      readonly matchers: readonly Matcher[];
      /** Seconds of a range selector. */
      readonly range?: number;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | {
      readonly kind: 'aggregate';
      readonly name: string;
      readonly grouping?: {
        readonly without: boolean;
        readonly labels: readonly string[];
      };
      readonly of: Expression;
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** What Prometheus answers as `bad_data`. */
export class PromqlError extends Error {
  override readonly name = 'PromqlError';
}

const AGGREGATES = ['sum', 'avg', 'min', 'max', 'count'];
const PRECEDENCE: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '<': 3,
  '>=': 3,
  '<=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};
const TOKEN =
  /\s*(?:([a-zA-Z_:][\w:]*)|(\d+(?:\.\d+)?(?:ms|[smhdw])|\d*\.?\d+(?:e[+-]?\d+)?)|("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(=~|!~|!=|==|>=|<=|[-+*/(){}[\],=<>]))/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.trimEnd().length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) {
      throw new PromqlError(`unexpected character at position ${at}: ${text}`);
    }
    tokens.push(match[0].trim());
  }
  return tokens;
}

class Parser {
  #at = 0;

  constructor(readonly tokens: readonly string[]) {}

  end(): void {
    if (this.#at < this.tokens.length) {
      throw new PromqlError(`unexpected "${this.tokens[this.#at]}"`);
    }
  }

  expression(minimum: number): Expression {
    let left = this.#unary();
    for (;;) {
      const operator = this.#peek() ?? '';
      const precedence = PRECEDENCE[operator];
      if (precedence === undefined || precedence < minimum) {
        return left;
      }
      this.#next();
      const right = this.expression(precedence + 1);
      left = { kind: 'binary', operator, left, right };
    }
  }

  #peek(): string | undefined {
    return this.tokens[this.#at];
  }

  #next(): string {
    const token = this.tokens[this.#at];
    if (token === undefined) {
      throw new PromqlError('unexpected end of input');
    }
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    const there = this.#peek() === token;
    this.#at += there ? 1 : 0;
    return there;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) {
      throw new PromqlError(`expected "${token}", found "${found}"`);
    }
  }

  #unary(): Expression {
    if (this.#take('-')) {
      const right = this.#unary();
      const left = { kind: 'number', value: 0 } as const;
      return { kind: 'binary', operator: '-', left, right };
    }
    if (this.#take('(')) {
      const inner = this.expression(0);
      this.#expect(')');
      return inner;
    }
    const token = this.#next();
    if (/^[\d.]/.test(token)) {
      return { kind: 'number', value: Number(token) };
    }
    if (token === '{') {
      this.#at -= 1;
      return this.#selector('');
    }
    if (!/^[a-zA-Z_:]/.test(token)) {
      throw new PromqlError(`unexpected "${token}"`);
    }
    return this.#named(token);
  }

  #named(name: string): Expression {
    const next = this.#peek();
    if (AGGREGATES.includes(name) && (next === '(' || isGrouping(next))) {
      const before = this.#grouping();
      const [of] = this.#args();
      if (!of) {
        throw new PromqlError(`${name} needs an argument`);
      }
      return {
        kind: 'aggregate',
        name,
        grouping: before ?? this.#grouping(),
        of,
      };
    }
    return next === '('
      ? { kind: 'call', name, args: this.#args() }
      : this.#selector(name);
  }

  #args(): Expression[] {
    this.#expect('(');
    const args: Expression[] = [];
    while (!this.#take(')')) {
      args.push(this.expression(0));
      this.#take(',');
    }
    return args;
  }

  #grouping() {
    const word = this.#peek();
    if (!isGrouping(word)) {
      return undefined;
    }
    this.#next();
    this.#expect('(');
    const labels: string[] = [];
    while (!this.#take(')')) {
      labels.push(this.#next());
      this.#take(',');
    }
    return { without: word === 'without', labels };
  }

  #selector(metric: string): Expression {
    const matchers: Matcher[] = [];
    if (this.#take('{')) {
      while (!this.#take('}')) {
        matchers.push(this.#matcher());
        this.#take(',');
      }
    }
    if (!this.#take('[')) {
      return { kind: 'selector', metric, matchers };
    }
    const range = toSeconds(this.#next());
    this.#expect(']');
    return { kind: 'selector', metric, matchers, range };
  }

  #matcher(): Matcher {
    const label = this.#next();
    const operator = this.#next();
    const text = this.#next();
    if (!['=', '!=', '=~', '!~'].includes(operator) || !/^["']/.test(text)) {
      throw new PromqlError(`bad matcher ${label}${operator}${text}`);
    }
    const value = text.slice(1, -1).replace(/\\(.)/g, '$1');
    return { label, operator: operator as Matcher['operator'], value };
  }
}

export function parsePromql(text: string): Expression {
  const parser = new Parser(tokenize(text));
  const expression = parser.expression(0);
  parser.end();
  return expression;
}

function isGrouping(word: string | undefined): boolean {
  return word === 'by' || word === 'without';
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
};

function toSeconds(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|[smhdw])$/.exec(text) ?? [];
  const factor = UNITS[unit ?? ''];
  if (factor === undefined) {
    throw new PromqlError(`bad duration "${text}"`);
  }
  return Number(amount) * factor;
}

/** Whether labels satisfy a matcher; a label that is not there is empty. */
export function matches(
  labels: Readonly<Record<string, string>>,
  { label, operator, value }: Matcher,
): boolean {
  const actual = labels[label] ?? '';
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
      return new RegExp(`^(?:${value})$`).test(actual);
    case '!~':
      return !new RegExp(`^(?:${value})$`).test(actual);
  }
}
