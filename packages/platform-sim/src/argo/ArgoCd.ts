import type { PlatformClock } from '../clock';
import { KINDS } from '../kube/kinds';
import type { KubeObject } from '../kube/objects';
import { controllerOf, keyOf, ownedBy, sameJson } from '../kube/objects';
import type { SimulatedCluster } from '../kube/SimulatedCluster';
import { statusOf } from './applicationStatus';
import { expandApplicationSet } from './expandApplicationSet';
import type { RenderedSource, RepositoryHost } from './repositories';
import { SourceRenderer } from './repositories';
import type { Target } from './syncApplication';
import { ARGO_NAMESPACE, destinationOf, InvalidSpec } from './destination';
import { rootApplication, rootKey } from './rootApplication';
import { compare, leftovers, sync, targetsOf } from './syncApplication';

const MANAGER = 'argocd-applicationset-controller';
/** Changes in the clusters are looked at this often at most. */
const REFRESH_MS = 1_000;

export interface ArgoCdOptions {
  readonly management: SimulatedCluster;
  /** Destination clusters by name. */
  readonly clusters: ReadonlyMap<string, SimulatedCluster>;
  readonly git: RepositoryHost;
  readonly clock: PlatformClock;
  readonly platformRepo: { readonly owner: string; readonly name: string };
}

/**
 * Argo CD as far as generated repositories need it: a root Application over the platform repository, ApplicationSets
 * with list generators, Applications that are rendered, applied, healed, pruned and judged.
 *
 * @remarks Waves are an order of applying here, not something waited for; hooks and sync windows are the real one's.
 */
export class ArgoCd {
  readonly #options: ArgoCdOptions;
  readonly #renderer: SourceRenderer;
  readonly #targets = new Map<
    string,
    { rendered: RenderedSource; targets: readonly Target[] }
  >();
  readonly #ends: (() => void)[] = [];
  #work: Promise<void> = Promise.resolve();
  #asked = false;

  private constructor(options: ArgoCdOptions) {
    this.#options = options;
    this.#renderer = new SourceRenderer(options.git);
  }

  static create(options: ArgoCdOptions): ArgoCd {
    const argo = new ArgoCd(options);
    const { objects } = options.management;
    objects.create(KINDS.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: ARGO_NAMESPACE },
    });
    objects.create(
      KINDS.applications,
      rootApplication(options.git.url, options.platformRepo),
    );
    return argo;
  }

  /** Follows pushes and changes in the clusters from now on. */
  start(): void {
    const { git, clusters, management, clock } = this.#options;
    const later = () => this.#askSoon(clock);
    this.#ends.push(git.onPush(() => void this.refresh()));
    for (const { objects } of [...clusters.values()]) {
      this.#ends.push(objects.store.subscribe(later));
    }
    this.#ends.push(
      management.objects.store.subscribe(({ kind, type }) => {
        if (kind !== KINDS.applications || type !== 'MODIFIED') later();
      }),
    );
  }

  stop(): void {
    for (const end of this.#ends.splice(0)) end();
  }

  /** Reads Git and brings all clusters to what it says; resolves when that is done. */
  refresh(): Promise<void> {
    this.#work = this.#work.then(
      () => this.#reconcile(),
      () => this.#reconcile(),
    );
    return this.#work;
  }

  #askSoon(clock: PlatformClock): void {
    if (this.#asked) return;
    this.#asked = true;
    clock.after(REFRESH_MS, () => {
      this.#asked = false;
      void this.refresh();
    });
  }

  async #reconcile(): Promise<void> {
    const { objects } = this.#options.management;
    const root = objects.find(
      KINDS.applications,
      rootKey(this.#options.platformRepo),
    );
    if (root) await this.#application(root);
    for (const set of objects.list(KINDS.applicationsets, ARGO_NAMESPACE)) {
      this.#applicationSet(set);
    }
    for (const application of objects.list(
      KINDS.applications,
      ARGO_NAMESPACE,
    )) {
      if (application.metadata.name === root?.metadata.name) continue;
      if (this.#isOrphan(application)) {
        objects.remove(KINDS.applications, keyOf(application));
      } else {
        await this.#application(application);
      }
    }
  }

  /** Made by a set that is gone. What it deployed stays, as the sets ask for. */
  #isOrphan(application: KubeObject): boolean {
    const { objects } = this.#options.management;
    const owner = controllerOf(application);
    return (
      owner !== undefined &&
      objects.find(KINDS.applicationsets, {
        namespace: ARGO_NAMESPACE,
        name: owner.name,
      })?.metadata.uid !== owner.uid
    );
  }

  #applicationSet(set: KubeObject): void {
    const { objects } = this.#options.management;
    const owner = ownedBy(set);
    try {
      const wanted = expandApplicationSet(set.spec).map(draft => ({
        ...draft,
        metadata: {
          ...draft.metadata,
          namespace: ARGO_NAMESPACE,
          ownerReferences: [owner],
        },
      }));
      for (const draft of wanted) {
        const key = {
          namespace: ARGO_NAMESPACE,
          name: draft.metadata.name ?? '',
        };
        objects.apply(KINDS.applications, draft, { manager: MANAGER, key });
      }
      const names = new Set(wanted.map(({ metadata }) => metadata.name));
      for (const application of objects.list(
        KINDS.applications,
        ARGO_NAMESPACE,
      )) {
        const mine = controllerOf(application)?.uid === set.metadata.uid;
        if (mine && !names.has(application.metadata.name)) {
          objects.remove(KINDS.applications, keyOf(application));
        }
      }
      this.#setCondition(set, undefined);
    } catch (error) {
      this.#setCondition(set, (error as Error).message);
    }
  }

  #setCondition(set: KubeObject, problem: string | undefined): void {
    const { objects } = this.#options.management;
    const condition = problem
      ? {
          type: 'ErrorOccurred',
          status: 'True',
          reason: 'ApplicationGenerationFromParamsError',
          message: problem,
        }
      : {
          type: 'ResourcesUpToDate',
          status: 'True',
          reason: 'ApplicationSetUpToDate',
        };
    const status = { conditions: [condition] };
    if (!sameJson(status, set.status))
      objects.setStatus(KINDS.applicationsets, set, status);
  }

  async #application(application: KubeObject): Promise<void> {
    try {
      const destination = destinationOf(application, this.#options);
      const { source, destination: place } = application.spec;
      const rendered = await this.#renderer.render(
        source,
        place.namespace ?? 'default',
      );
      const targets = this.#targetsOf(application, rendered);
      const before = compare(destination, targets);
      const behind =
        before.some(({ synced }) => !synced) ||
        leftovers(destination, application, targets).length > 0 ||
        application.status?.sync?.revision !== rendered.revision;
      const outcome =
        behind && application.spec.syncPolicy?.automated
          ? sync(destination, application, targets)
          : undefined;
      const comparisons = outcome ? compare(destination, targets) : before;
      const stamp = this.#options.clock.stamp();
      this.#write(
        application,
        statusOf(application, {
          objects: destination,
          rendered,
          comparisons,
          outcome,
          stamp,
        }),
      );
    } catch (error) {
      this.#report(application, error as Error);
    }
  }

  #targetsOf(
    application: KubeObject,
    rendered: RenderedSource,
  ): readonly Target[] {
    const { name } = application.metadata;
    const known = this.#targets.get(name);
    if (known?.rendered === rendered) return known.targets;
    const targets = targetsOf(application, rendered.objects);
    this.#targets.set(name, { rendered, targets });
    return targets;
  }

  #report(application: KubeObject, error: Error): void {
    const invalid = error instanceof InvalidSpec;
    if (error instanceof TypeError) throw error;
    const stamp = this.#options.clock.stamp();
    const known = application.status?.conditions?.find(
      ({ message }: any) => message === error.message,
    );
    this.#write(application, {
      ...application.status,
      sync: { ...application.status?.sync, status: 'Unknown' },
      health: {
        status: 'Unknown',
        lastTransitionTime: known?.lastTransitionTime ?? stamp,
      },
      conditions: [
        {
          type: invalid ? 'InvalidSpecError' : 'ComparisonError',
          message: error.message,
          lastTransitionTime: known?.lastTransitionTime ?? stamp,
        },
      ],
    });
  }

  #write(application: KubeObject, status: any): void {
    const { objects } = this.#options.management;
    const next = JSON.parse(JSON.stringify(status));
    if (sameJson(next, application.status)) return;
    if (!objects.find(KINDS.applications, keyOf(application))) return;
    objects.update(KINDS.applications, keyOf(application), live => ({
      ...live,
      status: next,
    }));
  }
}
