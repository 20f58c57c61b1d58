import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { baremetalServiceRef } from '@baremetal/backstage-plugin-baremetal-node';
import { createAwaitEntityAction } from './actions/awaitEntityAction';
import { createGenerateManifestsAction } from './actions/generateManifestsAction';
import { createOpenPromotionAction } from './actions/openPromotionAction';
import { createPlanServiceAction } from './actions/planServiceAction';
import { createProposeDeploymentAction } from './actions/proposeDeploymentAction';
import { createProposePoolAction } from './actions/proposePoolAction';
import { createPublishRepositoryAction } from './actions/publishRepositoryAction';
import { createRegisterArgocdAction } from './actions/registerArgocdAction';
import { createValidateManifestsAction } from './actions/validateManifestsAction';
import { readForge } from './readForge';

/** Adds the actions of the bare-metal golden path to the scaffolder. @public */
export const scaffolderModuleBaremetal = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'baremetal',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        catalog: catalogServiceRef,
        baremetal: baremetalServiceRef,
      },
      async init({ actions, config, catalog, baremetal }) {
        const forge = readForge(config);
        actions.addActions(
          createPlanServiceAction({ baremetal, catalog }),
          createGenerateManifestsAction({ baremetal }),
          createValidateManifestsAction({ baremetal }),
          createPublishRepositoryAction({ forge }),
          createRegisterArgocdAction({ forge, baremetal }),
          createAwaitEntityAction({ catalog }),
          createOpenPromotionAction({ baremetal }),
          createProposeDeploymentAction({ forge, baremetal }),
          createProposePoolAction({ forge, baremetal }),
        );
      },
    });
  },
});
