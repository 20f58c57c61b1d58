import { setImage } from '@baremetal/golden-path';
import type { ClusterControls, PlatformControls } from '../controls';
import { imageDigest } from '../kube/controllers/images';
import { KINDS } from '../kube/kinds';
import type { KubeObject } from '../kube/objects';
import type { ServiceBehaviour } from '../prometheus/ports';
import { PLATFORM_REPO, SERVICE_OWNER } from '../platformFacts';

const REGISTRY = 'registry.example/shop';

/** The verbs in which scenarios are told. */
export class World {
  readonly #files = new Map<string, Map<string, string>>();

  constructor(private readonly controls: PlatformControls) {}

  cluster(name: string): ClusterControls {
    return this.controls.cluster(name);
  }

  /** Makes the repository of a service. */
  async createRepository(
    service: string,
    repository: { files: ReadonlyMap<string, string>; description: string },
  ): Promise<void> {
    const { files, description } = repository;
    this.#files.set(service, new Map(files));
    const { git, remember } = this.controls;
    const commit = await git.createRepoFromFiles(
      SERVICE_OWNER,
      service,
      files,
      {
        message: `feat: create ${service} from the template`,
        description,
      },
    );
    remember(commit, files);
  }

  /** Registers services with Argo CD, in one commit to the platform repository. */
  async register(services: readonly string[]): Promise<void> {
    const files = new Map(
      services.flatMap(service =>
        ['project.yaml', 'applicationset.yaml'].map(
          name =>
            [
              `apps/${service}/${name}`,
              this.#file(service, `argocd/${name}`),
            ] as const,
        ),
      ),
    );
    const { owner, name } = PLATFORM_REPO;
    await this.controls.git.commit(owner, name, files, {
      message: 'feat: register services',
    });
    await this.controls.refresh();
  }

  /** Changes versions in Git, each as one commit; Argo CD does the rest. */
  async release(
    environment: string,
    versions: Readonly<Record<string, string>>,
  ): Promise<void> {
    await Promise.all(
      Object.entries(versions).map(([service, version]) =>
        this.#commitVersion(service, environment, version),
      ),
    );
    await this.controls.refresh();
  }

  async #commitVersion(
    service: string,
    environment: string,
    version: string,
  ): Promise<void> {
    const path = this.#imagePath(service, environment);
    const image = `${REGISTRY}/${service}`;
    const edit = setImage(this.#file(service, path), {
      name: image,
      newTag: version,
      digest: imageDigest(`${image}:${version}`),
    });
    if (edit.outcome !== 'edited') {
      throw new Error(`${service} ${environment}: ${edit.outcome}`);
    }
    const files = new Map(this.#files.get(service)).set(path, edit.text);
    this.#files.set(service, files);
    const { git, remember } = this.controls;
    const change = new Map([[path, edit.text]]);
    const commit = await git.commit(SERVICE_OWNER, service, change, {
      message: `chore(${environment}): run ${version}`,
    });
    remember(commit, files);
  }

  async pass(minutes: number): Promise<void> {
    await this.controls.advance(minutes * 60_000);
  }

  /** Lets a canary that waits for a person go on. */
  promote(service: string, environment: string): void {
    const cluster = this.cluster(environment);
    cluster.objects.update(
      KINDS.rollouts,
      { namespace: `${service}-${environment}`, name: service },
      live => ({ ...live, status: { ...live.status, pauseConditions: null } }),
      { subresource: 'status' },
    );
    cluster.settle();
  }

  rollout(service: string, environment: string): KubeObject {
    return this.cluster(environment).objects.get(KINDS.rollouts, {
      namespace: `${service}-${environment}`,
      name: service,
    });
  }

  /** How the service behaves in an environment; with `onlyNew`, only the pods of the version that arrives. */
  behave(
    service: string,
    environment: string,
    behaviour: ServiceBehaviour | 'missing',
    { onlyNew = false }: { onlyNew?: boolean } = {},
  ): void {
    const namespace = `${service}-${environment}`;
    const podHash: string | undefined = onlyNew
      ? this.rollout(service, environment).status.currentPodHash
      : undefined;
    this.cluster(environment).metrics.setBehaviour(
      { namespace, service, ...(podHash && { podHash }) },
      behaviour,
    );
  }

  /** Volume of a claim, as LINSTOR names it, with the node of the pod that mounts it. */
  volume(
    environment: string,
    namespace: string,
    claim: string,
  ): { handle: string; usedOn: string; copiesOn: readonly string[] } {
    const { objects } = this.cluster(environment);
    const { spec } = objects.get(KINDS.persistentvolumeclaims, {
      namespace,
      name: claim,
    });
    const pod = objects
      .list(KINDS.pods, namespace)
      .find(one =>
        one.spec.volumes?.some(
          (volume: any) => volume.persistentVolumeClaim?.claimName === claim,
        ),
      );
    const handle: string = spec.volumeName;
    const copiesOn = this.cluster(environment).copyNodes(handle);
    return { handle, usedOn: pod?.spec.nodeName ?? '', copiesOn };
  }

  /** Where the environment names its image: in its overlay, or in the values of its chart. */
  #imagePath(service: string, environment: string): string {
    const dir = `deploy/overlays/${environment}`;
    const values = `${dir}/values.yaml`;
    return this.#files.get(service)?.has(values)
      ? values
      : `${dir}/kustomization.yaml`;
  }

  #file(service: string, path: string): string {
    const text = this.#files.get(service)?.get(path);
    if (text === undefined) throw new Error(`${service} has no ${path}`);
    return text;
  }
}
