import type {
  FitAnswer,
  FitQuestion,
  NameAnswer,
  ServiceCapacity,
  ServiceOverview,
  ServiceRollouts,
  ServiceStorage,
  ServiceViewName,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';

/** What each view answers. */
export interface ViewAnswers {
  readonly overview: ServiceOverview;
  readonly rollouts: ServiceRollouts;
  readonly storage: ServiceStorage;
  readonly capacity: ServiceCapacity;
}

/** Who looks. */
export interface Viewer {
  /** Whether the policy lets them ask for a promotion of the service; asks it only when called. */
  mayPromote(): Promise<boolean>;
}

/** Makes the views of a service. Whoever calls these has authorized before. */
export type ServiceViews = {
  readonly [View in ServiceViewName]: (
    target: ServiceTarget,
    viewer: Viewer,
  ) => ViewAnswers[View] | Promise<ViewAnswers[View]>;
};

export interface FitService {
  fit(question: FitQuestion): FitAnswer;
}

/** What would meet a new service of a name. */
export type NameService = (name: string) => NameAnswer;
