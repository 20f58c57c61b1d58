/** Values that may stand in one place, by their short names; the first is the plain one. */
export type Axes = Readonly<Record<string, readonly string[]>>;
/** One value per axis. */
export type Combination = Readonly<Record<string, string>>;

/**
 * A small set of combinations in which every two values that can stand together do so at least once.
 *
 * Greedy, and the same for the same input: each combination begins with a pair that nobody has covered and takes what
 * covers most on the other axes.
 *
 * @param isAllowed - combinations that it refuses are never returned; a pair that is refused beside plain values counts
 *   as one that cannot stand together
 */
export function pairwise(
  axes: Axes,
  isAllowed: (combination: Combination) => boolean,
): readonly Combination[] {
  const names = Object.keys(axes);
  const uncovered = new Set(allPairs(axes));
  const chosen: Combination[] = [];
  for (const pair of [...uncovered]) {
    if (!uncovered.has(pair)) continue;
    const start = { ...plain(axes), ...fromPair(pair) };
    if (!isAllowed(start)) {
      uncovered.delete(pair);
      continue;
    }
    const fixed = new Set(Object.keys(fromPair(pair)));
    const grown = names
      .filter(name => !fixed.has(name))
      .reduce<Combination>(
        (combination, name) =>
          best(axes[name] ?? [], { combination, name, uncovered, isAllowed }),
        start,
      );
    chosen.push(grown);
    for (const covered of pairsOf(grown)) uncovered.delete(covered);
  }
  return chosen;
}

/** Every combination, of which there may be many thousands. */
export function product(axes: Axes): readonly Combination[] {
  return Object.entries(axes).reduce<Combination[]>(
    (all, [name, values]) =>
      all.flatMap(combination =>
        values.map(value => ({ ...combination, [name]: value })),
      ),
    [{}],
  );
}

function best(
  values: readonly string[],
  at: {
    combination: Combination;
    name: string;
    uncovered: ReadonlySet<string>;
    isAllowed: (combination: Combination) => boolean;
  },
): Combination {
  const gain = (combination: Combination) =>
    pairsOf(combination).filter(pair => at.uncovered.has(pair)).length;
  const candidates = values
    .map(value => ({ ...at.combination, [at.name]: value }))
    .map(combination => ({ combination, gain: gain(combination) }))
    .sort((a, b) => b.gain - a.gain);
  return (
    candidates.find(({ combination }) => at.isAllowed(combination))
      ?.combination ?? at.combination
  );
}

function plain(axes: Axes): Combination {
  return Object.fromEntries(
    Object.entries(axes).map(([name, [first = '']]) => [name, first]),
  );
}

function allPairs(axes: Axes): string[] {
  const entries = Object.entries(axes);
  return entries.flatMap(([a, as], i) =>
    entries
      .slice(i + 1)
      .flatMap(([b, bs]) =>
        as.flatMap(x => bs.map(y => toPair([a, x], [b, y]))),
      ),
  );
}

function pairsOf(combination: Combination): string[] {
  const entries = Object.entries(combination);
  return entries.flatMap((a, i) => entries.slice(i + 1).map(b => toPair(a, b)));
}

function toPair(a: readonly string[], b: readonly string[]): string {
  return JSON.stringify(
    Object.fromEntries([a, b].sort(([x = ''], [y = '']) => (x < y ? -1 : 1))),
  );
}

function fromPair(pair: string): Combination {
  return JSON.parse(pair);
}
