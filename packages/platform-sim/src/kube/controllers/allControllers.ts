import { analysisRunController } from './analysis/analysisRunController';
import { attachmentController } from './attachmentController';
import { budgetController } from './budgetController';
import { claimController } from './claimController';
import type { ControllerContext } from './context';
import type { Controller } from './ControllerLoop';
import { cronJobController } from './cronJobController';
import { daemonSetController } from './daemonSetController';
import { deploymentController } from './deploymentController';
import { garbageController, namespaceController } from './garbageController';
import { jobController } from './jobController';
import { kubeletController } from './kubeletController';
import { nodeController } from './nodeController';
import { replicaSetController } from './replicaSetController';
import { rolloutController } from './rollout/rolloutController';
import { scalerControllers } from './scalerController';
import { schedulerController } from './schedulerController';
import { statefulSetController } from './statefulSetController';

/** Every controller of a cluster, in the order in which they get their turn. */
export function allControllers(context: ControllerContext): Controller[] {
  return [
    namespaceController(context),
    garbageController(context),
    rolloutController(context),
    deploymentController(context),
    replicaSetController(context),
    statefulSetController(context),
    cronJobController(context),
    jobController(context),
    ...scalerControllers(context),
    daemonSetController(context),
    claimController(context),
    schedulerController(context),
    attachmentController(context),
    kubeletController(context),
    nodeController(context),
    budgetController(context),
    analysisRunController(context),
  ];
}
