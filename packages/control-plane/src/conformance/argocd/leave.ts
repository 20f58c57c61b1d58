import type { ControlPlane } from '../../start/startControlPlane';
import type { KubeApi } from '../../start/kubeApi';
import { eventually } from '../journey/eventually';
import { unregister } from './register';
import { applicationOf, type ArrivingService } from './services';

const APPLICATIONS =
  '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications';

/** Makes room: the services leave the platform repository, Argo CD forgets them, and their namespaces go. */
export async function leave(
  real: ControlPlane,
  api: KubeApi,
  services: readonly ArrivingService[],
): Promise<void> {
  await unregister(real, services);
  const names = new Set(services.map(applicationOf));
  await eventually(
    'Argo CD has forgotten the services',
    async () => {
      const list = await real.apis.get('mgmt')?.api.get<{
        items: { metadata: { name: string } }[];
      }>(APPLICATIONS);
      const left = list?.items.filter(({ metadata }) =>
        names.has(metadata.name),
      );
      return left?.length === 0 || `${left?.length} are left`;
    },
    120,
  );
  await Promise.all(
    [...names].map(name => api.delete(`/api/v1/namespaces/${name}`)),
  );
}
