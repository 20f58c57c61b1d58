import { parseBytes, parseMillicores } from '../quantity/quantity';
import { add, CPU, maximum, NO_RESOURCES, type Resources } from './resources';

type ResourceList = Readonly<Record<string, string>>;

/** What is read of a container to know its request. */
export interface RequestingContainer {
  readonly name: string;
  readonly restartPolicy?: string;
  readonly resources?: { readonly requests?: ResourceList };
}

/** What is read of a container's status while its size is changed in place. */
export interface ResizedContainer {
  readonly name: string;
  readonly allocatedResources?: ResourceList;
  readonly resources?: { readonly requests?: ResourceList };
}

/** What is read of a pod to know its request: objects of the API server fit as they are. */
export interface RequestingPod {
  readonly spec: {
    readonly containers: readonly RequestingContainer[];
    readonly initContainers?: readonly RequestingContainer[];
    readonly overhead?: ResourceList;
    readonly resources?: { readonly requests?: ResourceList };
    readonly resourceClaims?: readonly unknown[];
  };
  readonly status?: {
    readonly containerStatuses?: readonly ResizedContainer[];
    readonly initContainerStatuses?: readonly ResizedContainer[];
    readonly conditions?: readonly {
      readonly type: string;
      readonly status?: string;
      readonly reason?: string;
    }[];
  };
}

/** What the scheduler sets aside for a pod, besides one slot. */
export interface PodRequest {
  readonly amounts: Resources;
  /**
   * `lower`: at least this much. A quantity could not be read, or devices are
   * claimed that requests do not show.
   */
  readonly certainty: 'exact' | 'lower';
}

/**
 * What the scheduler sets aside for a pod.
 *
 * @remarks
 *
 * Not the sum of its containers: plain init containers run one after another
 * before the others, so only the largest matters, beside the sidecars
 * (`restartPolicy: Always`) that started before it. Sizes given for the whole
 * pod replace the aggregate; overhead comes last. The formula is that of
 * `PodRequests` in `k8s.io/component-helpers/resource/helpers.go`.
 */
export function podRequest(pod: RequestingPod): PodRequest {
  const reader = quantityReader();
  const { spec } = pod;
  const sizeOf = sizer(pod, reader);

  let sidecars = NO_RESOURCES;
  let starting = NO_RESOURCES;
  for (const container of spec.initContainers ?? []) {
    const size = sizeOf(container);
    if (container.restartPolicy === 'Always') {
      sidecars = add(sidecars, size);
      starting = maximum(starting, sidecars);
    } else {
      starting = maximum(starting, add(sidecars, size));
    }
  }
  const running = spec.containers.map(sizeOf).reduce(add, sidecars);
  const whole = reader.read(spec.resources?.requests);
  const aggregate = {
    ...maximum(running, starting),
    ...onlyPodLevel(whole),
  };
  const amounts = add(aggregate, reader.read(spec.overhead));
  const claimsDevices = (spec.resourceClaims ?? []).length > 0;
  return {
    amounts,
    certainty: reader.failed || claimsDevices ? 'lower' : 'exact',
  };
}

/** Resources that may be given for the pod as a whole. */
function onlyPodLevel(requests: Resources): Resources {
  return Object.fromEntries(
    Object.entries(requests).filter(([name]) =>
      /^(cpu|memory|hugepages-.+)$/.test(name),
    ),
  );
}

/**
 * The size of a container: while it is resized in place, the largest of what
 * is asked, granted and in effect; what can never be granted does not count.
 */
function sizer(
  { status }: RequestingPod,
  reader: QuantityReader,
): (container: RequestingContainer) => Resources {
  const statuses = new Map(
    [
      ...(status?.containerStatuses ?? []),
      ...(status?.initContainerStatuses ?? []),
    ].map(each => [each.name, each]),
  );
  const infeasible = (status?.conditions ?? []).some(
    ({ type, reason }) =>
      type === 'PodResizePending' && reason === 'Infeasible',
  );
  return ({ name, resources }) => {
    const asked = reader.read(resources?.requests);
    const actual = statuses.get(name);
    if (actual?.resources === undefined) {
      return asked;
    }
    const granted = maximum(
      reader.read(actual.allocatedResources),
      reader.read(actual.resources.requests),
    );
    return infeasible ? granted : maximum(asked, granted);
  };
}

/** Reads lists of quantities and remembers whether one could not be read. */
interface QuantityReader {
  read(list: ResourceList | undefined): Resources;
  readonly failed: boolean;
}

function quantityReader(): QuantityReader {
  let failed = false;
  return {
    get failed() {
      return failed;
    },
    read(list = {}) {
      const amounts: Record<string, number> = {};
      for (const [name, text] of Object.entries(list)) {
        const amount = name === CPU ? parseMillicores(text) : parseBytes(text);
        if (amount === undefined) {
          failed = true;
        } else {
          amounts[name] = amount;
        }
      }
      return amounts;
    },
  };
}

/** Amounts of a node's `status.allocatable`; what cannot be read is left out. */
export function parseResources(list: ResourceList | undefined): Resources {
  return quantityReader().read(list);
}
