type Value = number | boolean | string | undefined | readonly number[];
type Scope = Readonly<Record<string, Value>>;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|("[^"]*"|'[^']*')|([A-Za-z_]\w*)|(&&|\|\||[<>=!]=|[-+*/%<>!()[\],]))/gy;

const FUNCTIONS: Readonly<Record<string, (...args: any[]) => Value>> = {
  len: (list: { length: number }) => list.length,
  isNaN: (value: number) => Number.isNaN(value),
  isInf: (value: number) => Math.abs(value) === Infinity,
  isNil: (value: unknown) => value === undefined,
  default: (value: Value, other: Value) => value ?? other,
  asFloat: Number,
  asInt: (value: unknown) => Math.trunc(Number(value)),
};

const LEVELS: readonly (readonly string[])[] = [
  ['||', 'or'],
  ['&&', 'and'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`unexpected "${text.slice(at)}"`);
    tokens.push(match[0].trim());
  }
  return tokens;
}

/** Builds functions rather than values, so that the right side of `&&` is not evaluated when the left is false. */
class Parser {
  #at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly scope: Scope,
  ) {}

  binary(level: number): () => Value {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = this.tokens[this.#at];
      if (operator === undefined || !operators.includes(operator)) return left;
      this.#at += 1;
      const [a, b] = [left, this.binary(level + 1)];
      left = () => combine(operator, a, b);
    }
  }

  expectEnd(): void {
    const rest = this.tokens[this.#at];
    if (rest !== undefined) throw new Error(`unexpected "${rest}"`);
  }

  #unary(): () => Value {
    const token = this.tokens[this.#at];
    if (token !== '!' && token !== 'not' && token !== '-')
      return this.#postfix();
    this.#at += 1;
    const operand = this.#unary();
    return token === '-' ? () => -Number(operand()) : () => !operand();
  }

  #postfix(): () => Value {
    let value = this.#primary();
    while (this.tokens[this.#at] === '[') {
      this.#at += 1;
      const [list, index] = [value, this.binary(0)];
      this.#take(']');
      value = () => itemAt(list(), Number(index()));
    }
    return value;
  }

  #primary(): () => Value {
    const token = this.tokens[this.#at] ?? 'end of expression';
    this.#at += 1;
    if (token === '(') {
      const inner = this.binary(0);
      this.#take(')');
      return inner;
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (/^["']/.test(token)) return () => token.slice(1, -1);
    if (token === 'true' || token === 'false') return () => token === 'true';
    if (token === 'nil') return () => undefined;
    const call = FUNCTIONS[token];
    if (call && this.tokens[this.#at] === '(') {
      const args = this.#args();
      return () => call(...args.map(arg => arg()));
    }
    if (!(token in this.scope)) throw new Error(`unknown name ${token}`);
    return () => this.scope[token];
  }

  #args(): (() => Value)[] {
    this.#take('(');
    const args: (() => Value)[] = [];
    while (this.tokens[this.#at] !== ')') {
      args.push(this.binary(0));
      if (this.tokens[this.#at] === ',') this.#at += 1;
    }
    this.#take(')');
    return args;
  }

  #take(expected: string): void {
    const token = this.tokens[this.#at];
    if (token !== expected)
      throw new Error(`expected ${expected}, found ${token}`);
    this.#at += 1;
  }
}

function itemAt(list: Value, index: number): Value {
  if (!Array.isArray(list) || index < 0 || index >= list.length) {
    throw new Error(`index out of range: ${index}`);
  }
  return list[index];
}

function combine(
  operator: string,
  left: () => Value,
  right: () => Value,
): Value {
  switch (operator) {
    case '||':
    case 'or':
      return Boolean(left()) || Boolean(right());
    case '&&':
    case 'and':
      return Boolean(left()) && Boolean(right());
    case '==':
      return left() === right();
    case '!=':
      return left() !== right();
    default:
      return arithmetic(operator, Number(left()), Number(right()));
  }
}

function arithmetic(operator: string, a: number, b: number): Value {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}

/**
 * The value of a condition of an analysis metric: the part of the expr language that conditions over a list of numbers
 * need.
 *
 * @throws Error - for what it does not know, and for an index outside a list, as the real controller does
 */
export function evaluateExpression(text: string, scope: Scope): Value {
  const parser = new Parser(tokensOf(text), scope);
  const value = parser.binary(0)();
  parser.expectEnd();
  return value;
}
