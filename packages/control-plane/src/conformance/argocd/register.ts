import { imagePlace, setImage } from '@baremetal/golden-path';
import { forgeOf } from '../journey/steps';
import type { ControlPlane } from '../../start/startControlPlane';
import { refresh } from './arrived';
import { pushFiles } from './pushFiles';
import { applicationOf, type ArrivingService, ENVIRONMENT } from './services';

/** Files of a service's repository by which the platform repository knows it. */
const REGISTRATION = ['project.yaml', 'applicationset.yaml'];

/** More at once make Gitea's database wait for itself. */
const AT_ONCE = 3;

/** The Application that deploys what the platform repository holds. */
const ROOT = 'platform-apps';

/** Makes the repositories and registers all services with one commit. */
export async function register(
  real: ControlPlane,
  services: readonly ArrivingService[],
): Promise<void> {
  const left = [...services];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        await start(real, next);
      }
    }),
  );
  await registerAs(real, services, {
    message: 'Register services',
    content: ({ plan }, file) => plan.files.get(`argocd/${file}`) ?? '',
  });
}

/** Takes services out of the platform repository. What they deployed stays: their ApplicationSets say so. */
export function unregister(
  real: ControlPlane,
  services: readonly ArrivingService[],
): Promise<void> {
  return registerAs(real, services, {
    message: 'Remove services',
    content: () => undefined,
  });
}

async function start(
  real: ControlPlane,
  { spec, plan }: ArrivingService,
): Promise<void> {
  const { owner, name } = spec.repo;
  const repo = { owner, name };
  const made = await forgeOf(real).createRepository({
    repo,
    description: spec.description,
    private: true,
    defaultBranch: 'main',
  });
  if (made.outcome === 'forbidden') throw new Error(made.reason);
  await pushFiles(real.git, repo, plan.files);
}

async function registerAs(
  real: ControlPlane,
  services: readonly ArrivingService[],
  how: {
    message: string;
    content: (service: ArrivingService, file: string) => string | undefined;
  },
): Promise<void> {
  const result = await forgeOf(real).commitFiles({
    repo: real.platformRepo,
    branch: 'main',
    files: services.flatMap(service =>
      REGISTRATION.map(file => ({
        path: `apps/${service.spec.name}/${file}`,
        content: how.content(service, file),
      })),
    ),
    message: how.message,
  });
  if (result.outcome !== 'committed') throw new Error(result.outcome);
  await refresh(real, ROOT);
}

/** Puts a new version into the environment. @returns the commit in which it is */
export async function release(
  real: ControlPlane,
  { spec, plan }: ArrivingService,
  newTag: string,
): Promise<string> {
  const path = imagePlace(spec, ENVIRONMENT);
  const edit = setImage(plan.files.get(path) ?? '', {
    name: spec.image.repository,
    newTag,
  });
  if (edit.outcome !== 'edited') throw new Error(`${path}: ${edit.outcome}`);
  const result = await forgeOf(real).commitFiles({
    repo: { owner: spec.repo.owner, name: spec.repo.name },
    branch: 'main',
    files: [{ path, content: edit.text }],
    message: `Release ${newTag}`,
  });
  if (result.outcome !== 'committed') throw new Error(result.outcome);
  await refresh(real, applicationOf({ plan }));
  return result.commitId;
}
