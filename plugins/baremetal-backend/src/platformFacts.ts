import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { BaremetalConfig } from './config';

/** What everybody may know of the configuration: written out field by field, so that no secret slips in. */
export function toPlatformFacts(config: BaremetalConfig): PlatformFacts {
  const { git, labels, platformRepo } = config;
  return {
    environments: config.environments.map(
      ({ name, clusters, production, domain, entry }) => ({
        name,
        clusters,
        production,
        domain,
        entry,
      }),
    ),
    hardwareClasses: config.hardwareClasses,
    storageClasses: config.storageClasses,
    poolLabel: labels.pool,
    domainLabel: labels.domain,
    registry: config.registry,
    prometheusAddress: config.prometheusAddress,
    gitHost: git ? new URL(git.url).host : '',
    gitBaseUrl: git?.url ?? '',
    gitOwners: git?.owners ?? [],
    platformRepo: { owner: platformRepo.owner, name: platformRepo.name },
    exposure: config.exposure,
    secretStore: config.secretStore,
    backup: config.backup,
    platformTeam: config.platformTeam,
    simulated: config.simulated,
  };
}
