import {
  observedSince,
  type ClassObservation,
  type Known,
  type Lost,
  type Problem,
  type SourceAge,
  type VolumeObservation,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Rows } from '../clusterReader';
import type { VolumesAnswer } from './storageSystem';

interface Remembered<T> {
  readonly value: T;
  readonly observedAt: string;
}

/** What one cluster's storage system said last, and how old it is. */
export class ClusterMemory {
  #volumes = new Map<string, Remembered<VolumeObservation>>();
  #classes: Remembered<readonly ClassObservation[]> | undefined;
  #classesLost: Lost | undefined;
  #further: readonly Remembered<VolumesAnswer['further'][number]>[] = [];
  #answeredAt: string | undefined;
  #lost: Lost | undefined;

  /** Keeps an answer about these handles; what the system does not know any more is forgotten. */
  remember(
    handles: readonly string[],
    answer: VolumesAnswer,
    observedAt: string,
  ): void {
    const volumes = new Map(this.#volumes);
    for (const handle of handles) {
      volumes.delete(handle);
    }
    for (const volume of answer.volumes) {
      const before = this.#volumes.get(volume.handle)?.value;
      const value = observedSince(before, volume, observedAt);
      volumes.set(volume.handle, { value, observedAt });
    }
    this.#volumes = volumes;
    this.#further = answer.further.map(value => ({ value, observedAt }));
    this.#answeredAt = observedAt;
    this.#lost = undefined;
  }

  rememberClasses(
    value: readonly ClassObservation[],
    observedAt: string,
  ): void {
    this.#classes = { value, observedAt };
    this.#classesLost = undefined;
  }

  failClasses(problem: Problem, at: string): void {
    this.#classesLost = { since: this.#classesLost?.since ?? at, problem };
  }

  /** The system did not answer; since when is the first time in a row. */
  fail(problem: Problem, at: string): void {
    this.#lost = { since: this.#lost?.since ?? at, problem };
  }

  /** Forgets volumes that are not there any more. */
  keepOnly(handles: ReadonlySet<string>): void {
    this.#volumes = new Map(
      [...this.#volumes].filter(([handle]) => handles.has(handle)),
    );
  }

  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /** A copy of these volumes catches up, so they are worth a closer look. */
  isMoving(handles: readonly string[]): boolean {
    return handles.some(handle =>
      this.#volumes
        .get(handle)
        ?.value.replicas.some(({ disk }) => disk === 'syncing'),
    );
  }

  volumes(
    handles: readonly string[],
    unasked: Problem,
  ): Known<Rows<VolumeObservation>> {
    const found = handles.flatMap(handle => this.#volumes.get(handle) ?? []);
    const answeredAt = this.#answeredAt;
    if (answeredAt === undefined) {
      return { known: false, problem: this.#lost?.problem ?? unasked };
    }
    const ages = found.map(({ observedAt }) => observedAt).sort();
    return {
      known: true,
      value: {
        items: found.map(({ value }) => value),
        observedAt: ages[0] ?? answeredAt,
        lost: this.#lost,
      },
    };
  }

  classes(unasked: Problem): Known<Rows<ClassObservation>> {
    const lost = this.#classesLost ?? this.#lost;
    return this.#classes === undefined
      ? { known: false, problem: lost?.problem ?? unasked }
      : {
          known: true,
          value: {
            items: this.#classes.value,
            observedAt: this.#classes.observedAt,
            lost,
          },
        };
  }

  sources(source: SourceAge['source']): readonly SourceAge[] {
    return [
      {
        source,
        observedAt: this.#answeredAt,
        problem: this.#lost?.problem.message,
      },
      ...this.#further.map(({ value, observedAt }) => ({
        source: value.source,
        observedAt: value.problem ? undefined : observedAt,
        problem: value.problem?.message,
      })),
    ];
  }

  /** Changes exactly when an answer does; ages are not part of it. */
  fingerprint(): string {
    return JSON.stringify([
      [...this.#volumes].sort(byHandle).map(([, { value }]) => value),
      this.#lost?.problem,
      this.#classes?.value,
      this.#further.map(({ value }) => value),
    ]);
  }
}

function byHandle([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.localeCompare(b);
}
