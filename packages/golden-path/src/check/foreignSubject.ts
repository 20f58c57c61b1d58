import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { readResources } from '../render/accumulate';
import { renderOverlay } from '../render/renderOverlay';
import { toManifest } from '../render/Resource';
import { ifKnown, missing } from '../rules/missing';
import type { Subject } from '../rules/rule';
import {
  documentsOf,
  NO_PLATFORM,
  type Rendering,
  renderEach,
} from '../rules/subject';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { FileTree, RenderedEnvironment } from '../types';
import { type CheckedFolder, checkedFolders } from './checkedFolders';

/** What the rules can look at, and where each of its environments lies. */
export interface CheckedSubject {
  readonly subject: Subject;
  /** By the environment's name. */
  readonly folders: ReadonlyMap<string, CheckedFolder>;
}

const NOT_GENERATED =
  'this repository has no answers of the golden path; what can be said of its objects alone was said';

/**
 * A repository that the golden path has not made: its overlays and folders of manifests, without answers. Rules that
 * ask for the answers are not applied to it.
 */
export function foreignSubject(
  files: FileTree,
  {
    platform = missing<PlatformFacts>(NO_PLATFORM),
    live,
    whyNoSpec = NOT_GENERATED,
  }: {
    platform?: PlatformFacts;
    live?: FitAnswer;
    whyNoSpec?: string;
  } = {},
): CheckedSubject {
  const documents = documentsOf(files);
  const folders = named(checkedFolders({ files, documents }));
  const { environments, failures } = renderEach(
    [...folders].flatMap(([name, folder]) => renderingsOf(name, folder, files)),
  );
  return {
    folders,
    subject: {
      spec: missing<ServiceSpec>(whyNoSpec),
      platform,
      live,
      files,
      documents,
      environments: ifKnown(environments) ? joined(environments) : environments,
      failures,
    },
  };
}

/** By the last part of the folder's path, or by the whole path where two end alike. */
function named(folders: readonly CheckedFolder[]): Map<string, CheckedFolder> {
  const lastPart = ({ folder }: CheckedFolder) =>
    folder.split('/').pop() || '.';
  const count = (name: string) =>
    folders.filter(folder => lastPart(folder) === name).length;
  return new Map(
    folders.map(folder => [
      count(lastPart(folder)) > 1 ? folder.folder : lastPart(folder),
      folder,
    ]),
  );
}

function renderingsOf(
  environment: string,
  checked: CheckedFolder,
  files: FileTree,
): Rendering[] {
  switch (checked.kind) {
    case 'overlay':
      return [
        {
          environment,
          namespace: '',
          render: () => renderOverlay(files, checked.folder),
        },
      ];
    case 'plain':
      // Each for itself: a file that cannot be read hides none of the others.
      return checked.files.map(path => ({
        environment,
        namespace: '',
        render: () => readResources(files, path, { dir: '' }).map(toManifest),
      }));
  }
}

/** One environment per name, in the namespace that its objects name first. */
function joined(
  environments: readonly RenderedEnvironment[],
): RenderedEnvironment[] {
  const names = new Set(environments.map(({ environment }) => environment));
  return [...names].map(environment => {
    const objects = environments
      .filter(other => other.environment === environment)
      .flatMap(other => other.objects);
    const namespace =
      objects.find(({ metadata }) => metadata.namespace)?.metadata.namespace ??
      'default';
    return { environment, namespace, objects };
  });
}
