import { imageNameProblem, suggestImageName } from '../../spec/imageName';
import { containersOf, podMakersOf } from '../kube';
import { ifKnown } from '../missing';
import { error, type Rule } from '../rule';

/** The API server takes any text; the node says InvalidImageName, and the pod never starts. */
export const AV12: Rule = {
  id: 'AV12',
  title: 'Every image has a name that can be pulled',
  *check({ spec, environments }) {
    const repository = ifKnown(spec)?.image.repository;
    const problem =
      repository === undefined ? undefined : imageNameProblem(repository);
    if (repository !== undefined && problem !== undefined) {
      const meant = suggestImageName(repository);
      yield error({
        path: 'image.repository',
        message: `The image ${JSON.stringify(
          repository,
        )} ${problem}: no node could pull it, and no pod would start.`,
        fix: `Write it like ${
          meant ?? 'registry.example.com/team/service'
        }, without tag and digest.`,
        ...(meant !== undefined && {
          repair: [{ path: 'image.repository', value: meant }],
        }),
      });
      return;
    }
    for (const environment of environments) {
      for (const workload of podMakersOf(environment)) {
        for (const { name, image } of containersOf(workload)) {
          const other = nameProblemOf(image);
          if (other === undefined) continue;
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `The image ${JSON.stringify(
              image,
            )} of container ${name} of ${workload.kind} ${
              workload.name
            } ${other}: no node could pull it, and the pod would not start.`,
            fix: 'Write host, path and tag in small letters, like registry.example.com/team/service:1.4.0.',
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

function nameProblemOf(image: string | undefined): string | undefined {
  if (image === undefined) return undefined;
  return imageNameProblem(
    image.replace(/@sha256:[0-9a-f]{64}$/, '').replace(/:[\w][\w.-]*$/, ''),
  );
}
