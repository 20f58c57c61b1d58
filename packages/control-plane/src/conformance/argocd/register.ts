import { imagePlace, setImage } from '@baremetal/golden-path';
import { forgeOf } from '../journey/steps';
import type { ControlPlane } from '../../start/startControlPlane';
import { type ArrivingService, ENVIRONMENT } from './services';

/** Files of a service's repository by which the platform repository knows it. */
const REGISTRATION = ['project.yaml', 'applicationset.yaml'];

/** Makes the repositories, and registers all services with one commit, as the actions do it one by one. */
export async function register(
  real: ControlPlane,
  services: readonly ArrivingService[],
): Promise<void> {
  const forge = forgeOf(real);
  for (const { spec, plan } of services) {
    const { owner, name } = spec.repo;
    const repo = { owner, name };
    const made = await forge.createRepository({
      repo,
      description: spec.description,
      private: true,
      defaultBranch: 'main',
    });
    if (made.outcome === 'forbidden') throw new Error(made.reason);
    const pushed = await forge.commitFiles({
      repo,
      branch: 'main',
      files: [...plan.files].map(([path, content]) => ({ path, content })),
      message: `Start ${name}`,
    });
    if (pushed.outcome !== 'committed') throw new Error(pushed.outcome);
  }
  const registered = await forge.commitFiles({
    repo: real.platformRepo,
    branch: 'main',
    files: services.flatMap(({ spec, plan }) =>
      REGISTRATION.map(file => ({
        path: `apps/${spec.name}/${file}`,
        content: plan.files.get(`argocd/${file}`) ?? '',
      })),
    ),
    message: 'Register services',
  });
  if (registered.outcome !== 'committed') throw new Error(registered.outcome);
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
  return result.commitId;
}
