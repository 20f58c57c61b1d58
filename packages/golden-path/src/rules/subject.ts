import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { namespaceOf } from '@baremetal/backstage-plugin-baremetal-common';
import { OVERLAYS } from '../constants';
import { renderEnvironment } from '../packaging/renderEnvironment';
import { readFile } from '../render/parseFile';
import { RenderError } from '../render/RenderError';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { FileTree, Manifest, RenderedEnvironment } from '../types';
import { missing } from './missing';
import type { RenderFailure, Subject } from './rule';

/** Why rules that ask the platform are not applied where nobody has described it. */
export const NO_PLATFORM = 'no platform file was given';

/** Renders the overlay of each environment and puts everything together that the rules look at. */
export function subjectOf(options: {
  spec: ServiceSpec;
  /** Absent: the rules that ask for it are not applied. */
  platform?: PlatformFacts;
  live?: FitAnswer;
  files: FileTree;
  /** Answers that made what runs now. */
  previous?: ServiceSpec;
}): Subject {
  const {
    spec,
    platform = missing<PlatformFacts>(NO_PLATFORM),
    files,
  } = options;
  return {
    ...options,
    platform,
    ...renderEach(
      spec.environments.map(({ name }) => {
        const namespace = namespaceOf(spec.name, name);
        return {
          environment: name,
          namespace,
          render: () =>
            renderEnvironment(files, `${OVERLAYS}/${name}`, namespace),
        };
      }),
    ),
    documents: documentsOf(files),
  };
}

/** An environment, and how its objects are made. */
export interface Rendering {
  readonly environment: string;
  readonly namespace: string;
  /** @throws RenderError */
  readonly render: () => readonly Manifest[];
}

/**
 * One overlay that cannot be rendered hides none of the others. Where only Helm or kustomize itself can render any of
 * them, as with a chart that was taken further, the rules that look at objects are not applied, and say why.
 */
export function renderEach(renderings: readonly Rendering[]): {
  readonly environments: readonly RenderedEnvironment[];
  readonly failures: readonly RenderFailure[];
} {
  const environments: RenderedEnvironment[] = [];
  const failures: RenderFailure[] = [];
  let beyond: string | undefined;
  for (const { environment, namespace, render } of renderings) {
    try {
      environments.push({ environment, namespace, objects: render() });
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      const { path, reason, isBeyond, message } = error;
      if (isBeyond) {
        beyond ??= `the objects cannot be rendered here: ${message}`;
      }
      failures.push({ environment, path, reason, isBeyond });
    }
  }
  return {
    environments:
      beyond === undefined || environments.length > 0
        ? environments
        : missing<readonly RenderedEnvironment[]>(beyond),
    failures,
  };
}

export function documentsOf(files: FileTree): Subject['documents'] {
  return path => {
    try {
      return readFile(files, path, 'json');
    } catch (error) {
      // Reported where it is rendered, with its place.
      if (error instanceof RenderError) return [];
      throw error;
    }
  };
}
