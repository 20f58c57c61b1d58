import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { SamplePolicy } from './SamplePolicy';

const PLATFORM_TEAM = 'group:default/platform';

/** Puts the sample policy in force. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'sample-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ policy, config }) {
        policy.setPolicy(
          new SamplePolicy(
            config.getOptionalString('baremetal.platformTeam') ?? PLATFORM_TEAM,
          ),
        );
      },
    });
  },
});
