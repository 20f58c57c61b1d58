import { LABELS, OVERLAYS } from '../constants';
import { labelsOf, storeName } from '../manifests/metadata';
import { settingFile } from '../packaging/places';
import { toYaml } from '../serialize';
import { leastPodsOf } from '../spec/replicas';
import { isScaled, workloadKindOf } from '../spec/workload';
import { claimOwnerOf, firstClaimOf } from './claims';
import { exampleEnvironment, exampleNamespace } from './environments';
import {
  blocks,
  code,
  command,
  commands,
  fenced,
  oneLine,
  steps,
} from './markdown';
import type { Documented } from './page';

/** From a snapshot to a running service, in order. */
export function restoreSteps(service: Documented): string {
  const { spec, platform } = service;
  const namespace = exampleNamespace(spec, platform);
  const claim = firstClaimOf(spec);
  const { stop, start } = pauseOf(service);
  const kubectl = (...words: string[]) =>
    command('kubectl', ...words, '-n', namespace);
  return steps([
    blocks(
      'Choose a snapshot:',
      commands(
        kubectl('get', 'volumesnapshot', '-l', `${LABELS.partOf}=${spec.name}`),
      ),
    ),
    stop,
    blocks(
      'Keep the old volume, whatever happens to its claim:',
      commands(
        kubectl(...['get', 'pvc', claim, '-o', 'jsonpath={.spec.volumeName}']),
        command(
          ...['kubectl', 'patch', 'pv', '<volume>', '--type', 'merge', '-p'],
          '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}',
        ),
      ),
    ),
    ...replaceClaim(service, kubectl('delete', 'pvc', claim)),
    start,
    'Look whether the data is right. Only then delete the old volume, with the platform team.',
  ]);
}

/** Stops the pods that have the claim, and starts them again. */
function pauseOf(service: Documented): { stop: string; start: string } {
  const { spec } = service;
  const owner = claimOwnerOf(spec);
  if (owner !== storeName(spec.name)) {
    if (spec.archetype === 'job') {
      return byRequest(service, 'patch-workload.yaml', {
        path: '/spec/suspend',
        value: true,
        values: { suspend: true },
      });
    }
    if (isScaled(spec)) return pausedScaler(service);
  }
  const isStore = owner === storeName(spec.name);
  const values = { replicas: 0 };
  return byRequest(
    service,
    isStore ? 'patch-store.yaml' : 'patch-workload.yaml',
    {
      path: '/spec/replicas',
      value: 0,
      values: isStore ? { store: values } : values,
    },
  );
}

/** Through Git, because Argo CD undoes what is changed by hand. */
function byRequest(
  { spec, platform }: Documented,
  file: string,
  { values, ...operation }: { path: string; value: unknown; values: unknown },
) {
  const { name } = exampleEnvironment(spec, platform);
  const place = code(`${OVERLAYS}/${name}/${settingFile(spec, file)}`);
  const isChart = spec.packaging === 'helm';
  return {
    stop: blocks(
      `Stop it by a pull request that ${
        isChart ? `says this in ${place}` : `adds this at the end of ${place}`
      }, and wait until its pods are gone:`,
      fenced('yaml', toYaml(isChart ? values : [{ op: 'add', ...operation }])),
    ),
    start: 'Start it again: revert that pull request.',
  };
}

function pausedScaler(service: Documented) {
  const { spec, platform } = service;
  if (spec.scaling.kind === 'keda') {
    return byRequest(service, 'patch-scaling.yaml', {
      path: '/metadata/annotations/autoscaling.keda.sh~1paused-replicas',
      value: '0',
      values: { scaling: { stopped: true } },
    });
  }
  const environment = exampleEnvironment(spec, platform);
  const pods = Math.max(leastPodsOf(spec, environment), 1);
  const scale = (replicas: string) =>
    commands(
      command(
        ...['kubectl', 'scale', workloadKindOf(spec).toLowerCase(), spec.name],
        ...[`--replicas=${replicas}`, '-n', exampleNamespace(spec, platform)],
      ),
    );
  return {
    stop: blocks(
      'Stop it, and wait until its pods are gone. Its scaler leaves a workload without pods alone:',
      scale('0'),
    ),
    start: blocks('Start it again:', scale(String(pods))),
  };
}

function replaceClaim(service: Documented, remove: string): string[] {
  const { spec, platform } = service;
  const source = {
    apiGroup: 'snapshot.storage.k8s.io',
    kind: 'VolumeSnapshot',
    name: '<snapshot>',
  };
  if (claimOwnerOf(spec) === undefined) {
    return [
      blocks(
        `Name the snapshot in ${code(
          settingFile(spec, 'patch-claim.yaml'),
        )} of the overlay, and merge it. Argo CD cannot change the claim that exists and says so:`,
        fenced(
          'yaml',
          toYaml(
            spec.packaging === 'helm'
              ? { storage: { snapshot: source.name } }
              : [{ op: 'add', path: '/spec/dataSource', value: source }],
          ),
        ),
      ),
      blocks(
        'Delete the claim. The next sync makes it again, from the snapshot:',
        commands(remove),
      ),
    ];
  }
  const { storageClass, size } = exampleEnvironment(spec, platform);
  return [
    blocks(
      'Delete the claim, and make one of the same name from the snapshot. It must be as large as the old one:',
      commands(remove),
      fenced(
        'yaml',
        toYaml({
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: {
            name: firstClaimOf(spec),
            namespace: oneLine(exampleNamespace(spec, platform)),
            labels: labelsOf(
              spec.name,
              spec.data.shape === 'storeBeside' ? 'store' : 'service',
            ),
          },
          spec: {
            accessModes: ['ReadWriteOncePod'],
            ...(storageClass && { storageClassName: oneLine(storageClass) }),
            resources: { requests: { storage: size ?? '<size>' } },
            dataSource: source,
          },
        }),
      ),
    ),
  ];
}
