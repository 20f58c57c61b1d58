import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { LOCK_FILE } from '../../constants';
import { claimTemplatesIn } from '../../manifests/claims';
import { storeName } from '../../manifests/metadata';
import { keepsStore } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { workloadKindOf } from '../../spec/workload';
import type { RenderedEnvironment } from '../../types';
import { at, type Claim, listAt, ofKind } from '../kube';
import { error, notChecked, type Rule } from '../rule';
import { specBefore } from './specBefore';

type Template = { readonly name: string; readonly claim: Claim };

/**
 * Kubernetes refuses every change of a StatefulSet's claim templates, so a sync with one fails, and with it everything
 * else that was merged.
 *
 * What is there is known from the answers that made it: those given as `previous`, or else those in the lock file of
 * the tree. Names, classes, sizes and access modes are compared, not labels, which follow the golden path's version.
 */
export const ST06: Rule = {
  id: 'ST06',
  title: 'The claim templates of a StatefulSet stay as they are',
  *check(subject) {
    if (subject.previous === subject.spec) return;
    const sets = subject.environments.flatMap(environment =>
      ofKind(environment, 'StatefulSet'),
    );
    if (
      sets.every(
        set => listAt(set, 'spec', 'volumeClaimTemplates').length === 0,
      )
    ) {
      return;
    }
    const before = specBefore(subject);
    if (before === undefined) {
      yield notChecked(
        `${LOCK_FILE} does not say which answers made the volumes that are there`,
      );
      return;
    }
    for (const environment of subject.environments) {
      for (const [set, templates] of templatesBefore(before, environment)) {
        const change = changeOf(templates, templatesOf(set, environment));
        if (change === undefined) continue;
        yield error({
          path: `environments.${environment.environment}.${change.field}`,
          message: `The claim templates of StatefulSet ${set} in ${environment.environment} are not those that it was made with (${change.words}). Kubernetes refuses that, and the whole sync fails.`,
          fix:
            change.field === 'size'
              ? `Expand each claim in the cluster first (kubectl -n ${environment.namespace} patch pvc …), then delete the StatefulSet alone with --cascade=orphan and sync: it is made again around its pods. A claim never shrinks.`
              : 'Put them back. For another class or another set of claims, make a new volume and copy the data.',
          environments: [environment.environment],
        });
      }
    }
  },
};

/** StatefulSets that stood in an environment, by name. */
function templatesBefore(
  before: ServiceSpec,
  { environment: name }: RenderedEnvironment,
): Map<string, readonly Template[]> {
  const answers = before.environments.find(each => each.name === name);
  const sets = new Map<string, readonly Template[]>();
  if (answers === undefined) return sets;
  const toTemplates = (component: 'service' | 'store') =>
    claimTemplatesIn(before, component, answers).map(({ metadata, spec }) => ({
      name: metadata.name,
      claim: spec,
    }));
  if (workloadKindOf(before) === 'StatefulSet') {
    sets.set(before.name, toTemplates('service'));
  }
  if (keepsStore(before)) {
    sets.set(storeName(before.name), toTemplates('store'));
  }
  return sets;
}

/** Those that a set has now; `undefined` when there is no such set, which is another rule's business. */
function templatesOf(
  name: string,
  environment: RenderedEnvironment,
): Template[] | undefined {
  const set = ofKind(environment, 'StatefulSet').find(
    ({ metadata }) => metadata.name === name,
  );
  return (
    set &&
    listAt(set, 'spec', 'volumeClaimTemplates').map(template => ({
      name: String(at(template, 'metadata', 'name')),
      claim: (at(template, 'spec') ?? {}) as Claim,
    }))
  );
}

interface Change {
  readonly field: 'size' | 'storageClass';
  readonly words: string;
}

function changeOf(
  before: readonly Template[],
  now: readonly Template[] | undefined,
): Change | undefined {
  if (now === undefined) return undefined;
  const names = (templates: readonly Template[]) =>
    templates.map(({ name }) => name).join(', ');
  if (names(before) !== names(now)) {
    return {
      field: 'storageClass',
      words: `${names(now) || 'none'} instead of ${names(before)}`,
    };
  }
  for (const [index, { name, claim }] of before.entries()) {
    const other = now[index]?.claim ?? {};
    if (claim.storageClassName !== other.storageClassName) {
      return {
        field: 'storageClass',
        words: `${name} on ${other.storageClassName} instead of ${claim.storageClassName}`,
      };
    }
    if (String(claim.accessModes) !== String(other.accessModes)) {
      return {
        field: 'storageClass',
        words: `${name} with ${other.accessModes} instead of ${claim.accessModes}`,
      };
    }
    const [size, otherSize] = [sizeOf(claim), sizeOf(other)];
    // ST07 says what is no size.
    if (otherSize.bytes !== undefined && size.bytes !== otherSize.bytes) {
      return {
        field: 'size',
        words: `${name} of ${otherSize.text} instead of ${size.text}`,
      };
    }
  }
  return undefined;
}

function sizeOf({ resources }: Claim) {
  const text = String(resources?.requests?.storage);
  return { text, bytes: parseQuantity(text) };
}
