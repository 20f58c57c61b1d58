import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { containerSecurity, podSecurity } from '../manifests/podSecurity';
import { resourcesOf } from '../manifests/resources';
import type { Manifest } from '../types';
import { poolMetadata, poolName, poolSelector } from './poolNames';
import { hardwareClassOf, type PoolSpec } from './poolSpec';
import { NOBODY, PAUSE_IMAGE } from './reserve';

/** A program without libraries that runs in any image, even an empty one. */
const TOOL_IMAGE = 'docker.io/library/busybox:1.37.0-musl';
const TOOLS = '/prepull';

const SMALL = resourcesOf({ cpu: '5m', memory: '16Mi' });
const MOUNT = { name: 'tools', mountPath: TOOLS };

/**
 * Starts each image once on every machine of the pool, so that it is there before a pod needs it.
 *
 * An image may hold no program that ends, or none at all. So each runs the same small one, put there by the first
 * container.
 */
export function imagePull(
  spec: PoolSpec,
  { poolLabel }: Pick<PlatformFacts, 'poolLabel'>,
): Manifest {
  const { name: pool, images } = spec;
  const name = `${poolName(pool)}-images`;
  const metadata = poolMetadata({ pool, name, part: 'images', wave: 'last' });
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata,
    spec: {
      revisionHistoryLimit: 3,
      selector: { matchLabels: poolSelector(name) },
      // All machines at once would be too much for the registry.
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '10%' },
      },
      template: {
        metadata: { labels: metadata.labels },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 0,
          securityContext: podSecurity(NOBODY),
          nodeSelector: { [poolLabel]: hardwareClassOf(spec) },
          initContainers: [
            container('tools', TOOL_IMAGE, [
              'cp',
              '/bin/busybox',
              `${TOOLS}/true`,
            ]),
            ...images.map((image, index) =>
              container(`image-${index + 1}`, image, [`${TOOLS}/true`]),
            ),
          ],
          containers: [
            {
              name: 'pause',
              image: PAUSE_IMAGE,
              resources: SMALL,
              securityContext: containerSecurity(),
            },
          ],
          volumes: [{ name: 'tools', emptyDir: { sizeLimit: '16Mi' } }],
        },
      },
    },
  };
}

function container(name: string, image: string, command: string[]) {
  return {
    name,
    image,
    command,
    resources: SMALL,
    securityContext: containerSecurity(),
    volumeMounts: [MOUNT],
  };
}
