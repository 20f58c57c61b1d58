import { amountOf } from './quantity';

/** Amounts by resource name: cores, bytes, pieces. */
export type Amounts = Readonly<Record<string, number>>;

interface Container {
  readonly restartPolicy?: string;
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
}

/** What the scheduler counts for a pod: containers and sidecars at once, plain init containers one after the other. */
export function podRequests(spec: {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly resources?: Container['resources'];
  readonly overhead?: Readonly<Record<string, string>>;
}): Amounts {
  const running = (spec.containers ?? []).map(requestsOf);
  const sidecars: Amounts[] = [];
  let peak: Amounts = {};
  for (const container of spec.initContainers ?? []) {
    const own = requestsOf(container);
    if (container.restartPolicy === 'Always') sidecars.push(own);
    else peak = larger(peak, sum([...sidecars, own]));
  }
  const counted = larger(sum([...running, ...sidecars]), peak);
  const podLevel = requestsOf({ resources: spec.resources });
  return {
    ...sum([{ ...counted, ...podLevel }, amounts(spec.overhead ?? {})]),
    pods: 1,
  };
}

function requestsOf({ resources = {} }: Container): Amounts {
  return amounts({ ...resources.limits, ...resources.requests });
}

function amounts(quantities: Readonly<Record<string, string>>): Amounts {
  return Object.fromEntries(
    Object.entries(quantities).map(([name, text]) => [name, amountOf(text)]),
  );
}

export function sum(all: readonly Amounts[]): Amounts {
  const total: Record<string, number> = {};
  for (const one of all) {
    for (const [name, amount] of Object.entries(one)) {
      total[name] = (total[name] ?? 0) + amount;
    }
  }
  return total;
}

function larger(a: Amounts, b: Amounts): Amounts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...names].map(name => [name, Math.max(a[name] ?? 0, b[name] ?? 0)]),
  );
}
