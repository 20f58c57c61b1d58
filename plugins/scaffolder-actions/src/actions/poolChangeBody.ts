import type {
  Finding,
  NotChecked,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { PoolSpec } from '@baremetal/golden-path';
import { stringify } from 'yaml';

/** The text of the pull request: what it does to the clusters, what was found, and what is left to do by hand. */
export function poolChangeBody(
  spec: PoolSpec,
  said: {
    findings: readonly Finding[];
    notChecked: readonly NotChecked[];
  },
): string {
  return [
    `When this is merged, Argo CD applies it to the clusters of ${spec.environments.join(
      ', ',
    )}.`,
    ...effects(spec).map(line => `- ${line}`),
    '',
    ...(said.findings.length > 0
      ? [
          '### Accepted warnings',
          '',
          ...said.findings.map(
            ({ id, message, environments }) =>
              `- ${id}${
                environments ? ` (${environments.join(', ')})` : ''
              }: ${message}`,
          ),
          '',
        ]
      : []),
    ...(said.notChecked.length > 0
      ? [
          '### Not checked',
          '',
          ...said.notChecked.map(
            ({ id, reason }) => `- ${id}, because ${reason}`,
          ),
          '',
        ]
      : []),
    '### Afterwards',
    '',
    'Services may choose what the portal knows. In its configuration, with `thick`, `snapshots` and `rwx` as the storage pools have them:',
    '',
    '```yaml',
    stringify({ baremetal: knownToThePortal(spec) }).trimEnd(),
    '```',
    '',
  ].join('\n');
}

function effects({
  storageClasses,
  reserve,
  images,
  fullAt,
}: PoolSpec): string[] {
  return [
    ...storageClasses.map(
      ({ name, copies, storagePool }) =>
        `storage class \`${name}\`: ${copies} ${
          copies === 1 ? 'copy' : 'copies'
        } on the storage pool \`${storagePool}\``,
    ),
    ...(reserve
      ? [
          `room for one pod of ${reserve.cpu} CPU and ${reserve.memory} is kept free on ${reserve.nodes} of the machines`,
        ]
      : []),
    ...(images.length > 0
      ? [`${images.length} images are pulled to every machine`]
      : []),
    `alerts when the pool cannot lose a machine, or has more than ${Math.round(
      fullAt * 100,
    )} % requested`,
  ];
}

function knownToThePortal({ name, hardwareClass, storageClasses }: PoolSpec) {
  return {
    hardwareClasses: [{ name: hardwareClass ?? name }],
    ...(storageClasses.length > 0 && {
      storageClasses: storageClasses.map(each => ({
        name: each.name,
        copies: each.copies,
      })),
    }),
  };
}
