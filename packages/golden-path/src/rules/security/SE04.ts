import { containersOf, podMakersOf } from '../kube';
import { error, resolved, type Rule } from '../rule';

const TEMP = '/tmp';

/** Most runtimes write temporary files; on a read-only root file system they crash when they first do. */
export const SE04: Rule = {
  id: 'SE04',
  title: 'A read-only container has a folder for temporary files',
  *check({ environments }) {
    for (const environment of environments) {
      for (const workload of podMakersOf(environment)) {
        for (const container of containersOf(workload)) {
          const { name, securityContext, volumeMounts = [] } = container;
          if (
            securityContext?.readOnlyRootFilesystem !== true ||
            volumeMounts.some(
              ({ mountPath, readOnly }) => mountPath === TEMP && !readOnly,
            )
          ) {
            continue;
          }
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `Container ${name} of ${workload.kind} ${workload.name} cannot write to ${TEMP}: its own files are read-only, and nothing else is mounted there.`,
            fix: `Mount an emptyDir at ${TEMP}.`,
            environments: [environment.environment],
          });
        }
      }
    }
    yield resolved(
      'Containers cannot change their own files; /tmp is an emptyDir.',
    );
  },
};
