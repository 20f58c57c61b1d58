import type { Workload } from '../kube';
import { at, containersOf, listAt, podMakersOf } from '../kube';
import { error, type Rule } from '../rule';

/**
 * Of two volumes at one place one hides the other, and two claims of one name become one. The API server refuses only
 * what is spelled alike, in the middle of a sync.
 */
export const ST17: Rule = {
  id: 'ST17',
  title: 'Every volume has a name and a place of its own',
  *check(subject) {
    for (const environment of subject.environments) {
      for (const workload of podMakersOf(environment)) {
        for (const problem of problemsOf(workload)) {
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `${workload.kind} ${workload.name} ${problem}: no pod of it could be made, or its files would not be where they are looked for.`,
            fix: 'Give each volume another name and another path. "data" and "tmp" are taken, and so is /tmp.',
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

function* problemsOf(workload: Workload): Iterable<string> {
  const { object, pod } = workload;
  const names = [
    ...(pod.volumes ?? []).map(({ name }) => name),
    ...listAt(object, 'spec', 'volumeClaimTemplates').map(template =>
      String(at(template, 'metadata', 'name')),
    ),
  ];
  for (const name of twice(names)) yield `has two volumes named ${name}`;
  for (const { name: container, volumeMounts = [] } of containersOf(workload)) {
    for (const { name, mountPath } of volumeMounts) {
      if (!names.includes(name)) {
        yield `mounts ${name} into ${container} and has no such volume`;
      }
      if (!isPlace(mountPath)) {
        yield `mounts ${name} at ${JSON.stringify(
          mountPath,
        )}, which is no place for a volume`;
      }
    }
    const places = volumeMounts.map(({ mountPath }) => tidy(mountPath));
    for (const place of twice(places)) {
      yield `mounts two volumes at ${place} in ${container}`;
    }
  }
}

/** The root would hide the image; a colon separates paths for the container runtime. */
function isPlace(mountPath: string): boolean {
  return tidy(mountPath) !== '' && !/[:\p{Cc}]/u.test(mountPath);
}

function tidy(path: string): string {
  return path.replace(/\/+/g, '/').replace(/\/$/, '');
}

function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) < index);
}
