import {
  type KubeObject,
  ProjectedStore,
  Reflector,
} from '@baremetal/kube-watch';
import type { ControlPlane } from '../../start/startControlPlane';
import { opener } from '../opener';
import type { SyncedResource } from './syncOrder';

const PATH = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications';

interface Operation {
  readonly phase: string;
  readonly operation?: { readonly sync?: { readonly resources?: unknown } };
  readonly syncResult?: { readonly resources?: readonly SyncedResource[] };
}

/**
 * Argo CD's account of the first whole sync of every application, noted when it ends: an application only shows its last
 * one, and on a busy machine that is soon one of a single object, which Argo CD took for drifted.
 */
export class FirstSyncs {
  readonly #accounts = new Map<string, readonly SyncedResource[]>();
  readonly #reflector: Reflector<undefined>;

  private constructor(real: ControlPlane) {
    this.#reflector = new Reflector<undefined>({
      path: PATH,
      open: opener(real.management),
      store: new ProjectedStore({}),
      project: object => this.#note(object),
    });
    this.#reflector.start();
  }

  static watch(real: ControlPlane): FirstSyncs {
    return new FirstSyncs(real);
  }

  /** In the order in which objects were applied. @throws Error when no whole sync has succeeded */
  of(application: string): readonly SyncedResource[] {
    const account = this.#accounts.get(application);
    if (account === undefined) {
      throw new Error(`no whole sync of ${application} has succeeded`);
    }
    return account;
  }

  async stop(): Promise<void> {
    await this.#reflector.stop();
  }

  #note(object: KubeObject): undefined {
    const name = object.metadata.name ?? '';
    const { status } = object as {
      status?: { operationState?: Operation };
    };
    const { phase, operation, syncResult } = status?.operationState ?? {};
    const isWhole = operation?.sync?.resources === undefined;
    if (phase === 'Succeeded' && isWhole && !this.#accounts.has(name)) {
      this.#accounts.set(name, syncResult?.resources ?? []);
    }
    return undefined;
  }
}
