import { InputError } from '@backstage/errors';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';

/** From which environment to which. */
export interface Hop {
  readonly from: string;
  readonly to: string;
}

/** Environments of a service in promotion order, each once. */
export function environmentsOf(target: ServiceTarget): readonly string[] {
  return [...new Set(target.environments.map(place => place.environment))];
}

/**
 * The hop that ends in `to`. A promotion never skips an environment.
 *
 * @throws InputError - naming the environments there are
 */
export function hopTo(
  target: ServiceTarget,
  asked: { readonly from?: string; readonly to: string },
): Hop {
  const { identity } = target;
  const known = environmentsOf(target);
  const index = known.indexOf(asked.to);
  if (index < 0) {
    throw new InputError(
      `${identity.name} has no environment "${asked.to}"; it has ${known.join(
        ', ',
      )}`,
    );
  }
  const from = known[index - 1];
  if (from === undefined) {
    throw new InputError(
      `Nothing comes before ${asked.to}: it gets new versions from its repository`,
    );
  }
  if (asked.from !== undefined && asked.from !== from) {
    throw new InputError(
      `${asked.to} is promoted from ${from}, not from "${asked.from}"`,
    );
  }
  return { from, to: asked.to };
}

export function headBranchOf(target: ServiceTarget, to: string): string {
  return `promote/${target.identity.kubernetesId}/${to}`;
}

export function overlayDirOf(target: ServiceTarget, to: string): string {
  return `${target.overlays.replace(/\/+$/, '')}/${to}`;
}
