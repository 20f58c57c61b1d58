import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Named } from '../named';
import { versionService } from '../services';

/** Service of the version that nobody uses yet, and of the analysis that looks at it. */
export function previewName(service: string): string {
  return `${service}-preview`;
}

/**
 * The way to the new version before the switch. The active Service is the main one: with one of its own, callers of the
 * main Service would reach the pods of both versions.
 */
export function blueGreenServices(spec: ServiceSpec): Named[] {
  return [['service-preview', versionService(spec, previewName(spec.name))]];
}
