import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';

/** A page of the service's documentation. */
export interface Page {
  /** Name of its file in `docs`. */
  readonly file: string;
  readonly title: string;
  /** Markdown below the title. */
  readonly text: string;
}

/** What pages are written from: the answers, and the objects that came of them. */
export interface Documented {
  readonly spec: ServiceSpec;
  readonly platform: PlatformFacts;
  /** Objects of the base, by the name of their file. */
  readonly objects: ReadonlyMap<string, Manifest>;
}

/** Said at the end of a page that an upgrade writes again. */
export const WRITTEN_AGAIN =
  'This page is written from the answers in `.baremetal/golden-path.yaml`, and an upgrade writes it again. What your ' +
  'team wants to add has its place in the [runbook](runbook.md).';
