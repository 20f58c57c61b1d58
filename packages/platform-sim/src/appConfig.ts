import type { EnvironmentFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { RunningPlatform } from './platform';
import { simulatedFacts } from './platformFacts';

/** What an installation decides beside where its parts are. */
export interface AppConfigOptions {
  /** PEM file that signs every cluster's certificate. */
  readonly caFile: string;
  /** Prometheus as analysis runs reach it; default: the address of the first cluster's. */
  readonly prometheusAddress?: string;
  /** Catalog files to register from the start, as URLs. */
  readonly catalogTargets?: readonly string[];
}

const INSTALLATION = [
  {
    type: 'file',
    target: '../../packages/backend/catalog/org.yaml',
    rules: [{ allow: ['User', 'Group', 'System'] }],
  },
  {
    type: 'file',
    target: '../../templates/*/template.yaml',
    rules: [{ allow: ['Template'] }],
  },
];

/** The part of app-config.yaml that points a Backstage installation at a platform. JSON, and so YAML. */
export function toAppConfig(
  platform: RunningPlatform,
  options: AppConfigOptions,
): object {
  const { clusters, git } = platform;
  const facts = simulatedFacts(git.url);
  return {
    baremetal: {
      simulated: platform.simulated,
      platformTeam: facts.platformTeam,
      environments: clusters.map(({ name }) => ({
        name,
        clusters: [name],
        ...(name === 'prod' ? { production: true } : {}),
        ...addressesOf(facts.environments.find(each => each.name === name)),
      })),
      clusters: clusters.map(({ name, url, readerToken }) => ({
        name,
        url,
        caFile: options.caFile,
        serviceAccountToken: readerToken,
        ...(platform.linstor[name] ? { linstor: platform.linstor[name] } : {}),
        ...(platform.prometheus[name]
          ? { prometheus: platform.prometheus[name] }
          : {}),
      })),
      hardwareClasses: facts.hardwareClasses,
      storageClasses: facts.storageClasses,
      exposure: facts.exposure,
      registry: facts.registry,
      prometheusAddress:
        options.prometheusAddress ??
        Object.values(platform.prometheus)[0]?.url ??
        'http://prometheus.monitoring:9090',
      git: {
        kind: 'gitea',
        url: git.url,
        token: git.token,
        owners: facts.gitOwners,
      },
      platformRepo: platform.platformRepo,
      promotion: { fourEyes: true },
    },
    integrations: {
      gitea: [
        {
          host: new URL(git.url).host,
          baseUrl: git.url,
          username: git.user,
          password: git.token,
        },
      ],
    },
    ...catalogOf(options.catalogTargets ?? []),
  };
}

function addressesOf(environment: EnvironmentFacts | undefined): object {
  return environment
    ? { domain: environment.domain, entry: environment.entry }
    : {};
}

function catalogOf(targets: readonly string[]): object {
  if (targets.length === 0) return {};
  // Arrays of configuration replace each other: these are the file locations of app-config.yaml too.
  const urls = targets.map(target => ({ type: 'url', target }));
  return { catalog: { locations: [...INSTALLATION, ...urls] } };
}
