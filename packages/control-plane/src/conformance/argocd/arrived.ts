import type { ControlPlane } from '../../start/startControlPlane';
import { eventually } from '../journey/eventually';

/** How long a version may take from its commit to a healthy application, beside all others. */
const ARRIVED_SECONDS = 300;

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
export async function arrived(
  real: ControlPlane,
  application: string,
  commit?: string,
): Promise<void> {
  const api = real.apis.get('mgmt')?.api;
  await eventually(
    application,
    async () => {
      const app = await api?.get<Application>(applicationPath(application));
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

/** Has Argo CD look at the Git host now, as a webhook would. */
export async function refresh(
  real: ControlPlane,
  application: string,
): Promise<void> {
  await real.apis.get('mgmt')?.api.patch(applicationPath(application), {
    metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } },
  });
}

function applicationPath(application: string): string {
  return `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${application}`;
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
