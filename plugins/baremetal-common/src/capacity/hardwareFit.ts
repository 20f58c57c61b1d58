import { distinct } from '../quantity/words';
import type { HardwareClassFit } from '../wire/platformFacts';
import type { PackBase } from './packBase';
import { computeServiceRoom, NO_DOMAIN } from './serviceRoom';
import { ANYWHERE } from './terms';
import type { PodTemplate } from './snapshot';

/** A pod of a service that does not exist yet. */
export interface AskedPod {
  readonly cpuMillis: number;
  readonly memoryBytes: number;
}

/**
 * How many pods of a size fit into each hardware class of a cluster.
 *
 * @param classes - configured names; those that the cluster has beside them are added
 */
export function toHardwareFits(
  base: PackBase,
  asked: AskedPod,
  options: { readonly classes: readonly string[]; readonly poolLabel: string },
): readonly HardwareClassFit[] {
  const present = base.nodes.flatMap(({ pool }) => pool ?? []);
  return distinct([...options.classes, ...present]).map(name =>
    toHardwareFit(base, name, podOf(asked, options.poolLabel, name)),
  );
}

function toHardwareFit(
  base: PackBase,
  name: string,
  template: PodTemplate,
): HardwareClassFit {
  const { nodes, domains, now, worstNode, worstDomain } = computeServiceRoom(
    base,
    template,
    () => false,
  );
  const [largest] = nodes
    .map(({ allocatable }) => ({
      cpuMillis: allocatable.cpu ?? 0,
      memoryBytes: allocatable.memory ?? 0,
    }))
    .sort((a, b) => b.memoryBytes - a.memoryBytes || b.cpuMillis - a.cpuMillis);
  return {
    name,
    nodes: nodes.length,
    domains,
    largestNode: largest ?? { cpuMillis: 0, memoryBytes: 0 },
    fitsNow: now.fits,
    fitsAfterNodeLoss: worstNode?.fits ?? 0,
    ...(worstDomain &&
      domains.length > 1 &&
      !domains.includes(NO_DOMAIN) && {
        fitsAfterDomainLoss: worstDomain.fits,
      }),
  };
}

function podOf(
  { cpuMillis, memoryBytes }: AskedPod,
  poolLabel: string,
  name: string,
): PodTemplate {
  return {
    namespace: '',
    labels: {},
    request: {
      amounts: { cpu: cpuMillis, memory: memoryBytes },
      certainty: 'exact',
    },
    terms: { ...ANYWHERE, nodeSelector: { [poolLabel]: name } },
    priority: 0,
    preempts: true,
  };
}
