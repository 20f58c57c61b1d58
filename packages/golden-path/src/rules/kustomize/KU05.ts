import { OVERLAYS } from '../../constants';
import { isProduction } from '../../spec/production';
import { type Container, containersOf, podMakersOf } from '../kube';
import { ifKnown } from '../missing';
import {
  error,
  info,
  type Outcome,
  type Rule,
  type Subject,
  warning,
} from '../rule';

const MUTABLE =
  /^(latest|main|master|head|edge|nightly|dev|develop|stable|snapshot)$/i;

/** What runs in stage or prod must be what was tested: a tag that moves, or no digest, cannot promise that. */
export const KU05: Rule = {
  id: 'KU05',
  title: 'Images beyond the first environment are fixed',
  *check(subject) {
    const { spec, platform } = subject;
    const known = ifKnown(spec) ?? ifKnown(platform);
    if (known === undefined) yield* judgeAnywhere(subject);
    const [first] = (known ?? platform).environments;
    for (const environment of subject.environments) {
      if (environment.environment === first?.name) continue;
      for (const workload of podMakersOf(environment)) {
        for (const container of containersOf(workload)) {
          yield* judgeImage(container, environment.environment, subject);
        }
      }
    }
  },
};

/** Where nobody says which environment is the first, all that can be said is that a tag moves. */
function* judgeAnywhere({ environments }: Subject): Iterable<Outcome> {
  for (const rendered of environments) {
    const { environment } = rendered;
    for (const workload of podMakersOf(rendered)) {
      for (const { name, image } of containersOf(workload)) {
        if (image === undefined || !isMutable(image)) continue;
        yield warning({
          path: `${OVERLAYS}/${environment}`,
          message: `${image} of container ${name} of ${workload.kind} ${workload.name} can be another image tomorrow, so what runs is not what was tested.`,
          fix: 'Name a version, and beyond the first environment its digest.',
          environments: [environment],
        });
      }
    }
  }
}

function isMutable(image: string): boolean {
  const { tag, digest } = splitImage(image);
  return digest === undefined && (tag === undefined || MUTABLE.test(tag));
}

function* judgeImage(
  container: Container,
  environment: string,
  { spec, platform }: Subject,
): Iterable<Outcome> {
  const { image = '' } = container;
  const { repository, tag, digest } = splitImage(image);
  const isService = repository === ifKnown(spec)?.image.repository;
  const words = { environments: [environment] };
  if (isMutable(image)) {
    yield error({
      ...words,
      path: isService ? 'image.tag' : `deploy/overlays/${environment}`,
      message: `${image} in ${environment} can be another image tomorrow, so what runs there is not what was tested.`,
      fix: 'Name a version, and let promotions write the digest.',
    });
    return;
  }
  if (
    !isService ||
    digest !== undefined ||
    !isProduction(environment, platform)
  ) {
    return;
  }
  // Before the first build there is no digest that anybody could name.
  if (tag === spec.image.tag && spec.image.digest === undefined) {
    yield info({
      ...words,
      path: 'image.digest',
      message: `${environment} starts with the tag ${tag}, without a digest: nothing has been built yet.`,
      fix: 'Nothing to do: the first promotion writes the digest.',
    });
    return;
  }
  yield error({
    ...words,
    path: `deploy/overlays/${environment}/kustomization.yaml#/images`,
    message: `${image} has no digest in ${environment}, so a tag that is pushed again would change what runs there.`,
    fix: 'Promote the version from the environment before; the promotion writes its digest.',
  });
}

/** Repository, tag and digest of an image name; a registry may have a port. */
export function splitImage(image: string): {
  repository: string;
  tag: string | undefined;
  digest: string | undefined;
} {
  const [name = '', digest] = image.split('@');
  const colon = name.lastIndexOf(':');
  const hasTag = colon > name.lastIndexOf('/');
  return {
    repository: hasTag ? name.slice(0, colon) : name,
    tag: hasTag ? name.slice(colon + 1) : undefined,
    digest,
  };
}
