import type { ControlPlane } from '../../start/startControlPlane';
import { eventually } from '../journey/eventually';

/** How long a version may take from its commit to a healthy application. */
const ARRIVED_SECONDS = 150;

interface Application {
  readonly status?: {
    readonly sync?: { readonly status: string; readonly revision?: string };
    readonly health?: { readonly status: string };
    readonly conditions?: readonly { readonly message: string }[];
    readonly operationState?: {
      readonly phase: string;
      readonly message?: string;
      readonly syncResult?: { readonly revision?: string };
    };
    readonly resources?: readonly {
      readonly kind: string;
      readonly name: string;
      readonly status?: string;
      readonly health?: { readonly status: string; readonly message?: string };
    }[];
  };
}

/** Waits until Argo CD says that all of a commit is there and works. @throws Error with what is not, in its words */
export function arrived(
  real: ControlPlane,
  application: string,
  commit?: string,
): Promise<void> {
  const api = real.apis.get('mgmt')?.api;
  return eventually(
    application,
    async () => {
      const app = await api?.get<Application>(
        `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${application}`,
      );
      const { sync, health, operationState } = app?.status ?? {};
      const isHere =
        commit === undefined ||
        (sync?.revision === commit &&
          operationState?.syncResult?.revision === commit);
      return (
        (isHere &&
          sync?.status === 'Synced' &&
          health?.status === 'Healthy' &&
          operationState?.phase === 'Succeeded') ||
        wordsOf(app)
      );
    },
    ARRIVED_SECONDS,
  );
}

/** What keeps an application from being there, in Argo CD's words. */
function wordsOf(app: Application | undefined): string {
  const { sync, health, operationState, conditions, resources } =
    app?.status ?? {};
  return [
    `${sync?.status} ${health?.status} ${operationState?.phase}`,
    operationState?.message,
    ...(conditions ?? []).map(({ message }) => message),
    ...(resources ?? [])
      .filter(
        each =>
          each.status !== 'Synced' ||
          (each.health && each.health.status !== 'Healthy'),
      )
      .map(
        each =>
          `${each.kind}/${each.name}: ${each.status} ${
            each.health?.status ?? ''
          } ${each.health?.message ?? ''}`,
      ),
  ]
    .filter(Boolean)
    .join('; ');
}
