const SUFFIX: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The amount that a Kubernetes quantity names; its own code, so that the product's cannot agree with itself. */
export function amountOf(quantity: string | number | undefined): number {
  const [, digits = '0', suffix = ''] =
    /^([\d.]+(?:e[+-]?\d+)?)(\w*)$/.exec(String(quantity ?? 0)) ?? [];
  return Number(digits) * (SUFFIX[suffix] ?? Number.NaN);
}
