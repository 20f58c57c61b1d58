import type { ServiceAnswers } from '@baremetal/golden-path';
import type { World } from './World';

/** A service of a scenario, made from answers as the template would make it. */
export interface ScenarioService {
  readonly answers: Omit<ServiceAnswers, 'repo' | 'image'>;
  /** Version that all its environments begin with. */
  readonly version: string;
  /** Only its owners and the platform team may see it. */
  readonly restricted?: boolean;
}

/** Something that happens at a time. */
export interface Chapter {
  readonly hoursAgo: number;
  play(world: World): Promise<void> | void;
}

/** A start state and what happened since: the demo, tests and pictures are made of these. */
export interface Scenario {
  readonly beginsHoursAgo: number;
  readonly services: readonly ScenarioService[];
  readonly chapters: readonly Chapter[];
}
