import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

const PERSONAS = ['dana', 'tom', 'mira'];

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize({ config }) {
    return { enabled: config.getOptionalBoolean('enabled') ?? false };
  },
  async authenticate({ req }, { enabled }) {
    if (!enabled) {
      throw new NotAllowedError(
        'Signing in as a persona is for the demo; auth.providers.personas.enabled is not true here',
      );
    }
    const persona = req.header('x-persona');
    if (persona === undefined || !PERSONAS.includes(persona)) {
      throw new AuthenticationError(
        `Choose one of the personas: ${PERSONAS.join(', ')}`,
      );
    }
    return { result: { persona } };
  },
});

/** Signs visitors of the demo in as one of three people, without a password. Off unless configured. */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'personas-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ providers, logger }) {
        providers.registerProvider({
          providerId: 'personas',
          factory: createProxyAuthProviderFactory<{ persona: string }>({
            authenticator,
            async signInResolver({ result }, ctx) {
              logger.debug(`Demo sign-in as ${result.persona}`);
              return ctx.signInWithCatalogUser({
                entityRef: stringifyEntityRef({
                  kind: 'User',
                  namespace: 'default',
                  name: result.persona,
                }),
              });
            },
          }),
        });
      },
    });
  },
});
