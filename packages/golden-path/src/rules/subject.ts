import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { namespaceOf } from '@baremetal/backstage-plugin-baremetal-common';
import { OVERLAYS } from '../constants';
import { parseFile } from '../render/parseFile';
import { RenderError } from '../render/RenderError';
import { renderOverlay } from '../render/renderOverlay';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { FileTree, RenderedEnvironment } from '../types';
import type { RenderFailure, Subject } from './rule';

/** Renders the overlay of each environment and puts everything together that the rules look at. */
export function subjectOf(options: {
  spec: ServiceSpec;
  platform: PlatformFacts;
  live?: FitAnswer;
  files: FileTree;
}): Subject {
  const environments: RenderedEnvironment[] = [];
  const failures: RenderFailure[] = [];
  for (const { name } of options.spec.environments) {
    const overlay = `${OVERLAYS}/${name}`;
    try {
      environments.push({
        environment: name,
        namespace: namespaceOf(options.spec.name, name),
        objects: renderOverlay(options.files, overlay),
      });
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      const { path, reason } = error;
      failures.push({ environment: name, path, reason });
    }
  }
  return {
    ...options,
    environments,
    failures,
    documents: reader(options.files),
  };
}

function reader(files: FileTree): Subject['documents'] {
  return path => {
    try {
      return parseFile(files, path, 'json');
    } catch (error) {
      // Reported where it is rendered, with its place.
      if (error instanceof RenderError) return [];
      throw error;
    }
  };
}
