import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import type { RESOURCE_TYPE_SERVICE } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';

export type ServicePermission = ResourcePermission<
  typeof RESOURCE_TYPE_SERVICE
>;

export interface ServiceAuthorizerOptions {
  readonly permissions: PermissionsService;
  /** The rules of this plugin, those of modules included. */
  readonly ruleset: PermissionRuleset<ServiceTarget>;
}

/**
 * Asks the installation's policy who may do what.
 *
 * @remarks
 *
 * Conditions are evaluated here, on the service that the caller asked for: letting the permission backend do it would
 * make it come back to us, and us ask the catalog once more, for every view.
 */
export class ServiceAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #isAllowed: (
    decision: PolicyDecision,
    target: ServiceTarget,
  ) => boolean;

  constructor({ permissions, ruleset }: ServiceAuthorizerOptions) {
    this.#permissions = permissions;
    this.#isAllowed = createConditionAuthorizer(ruleset);
  }

  /** @throws NotAllowedError */
  async check(
    permission: ServicePermission,
    target: ServiceTarget,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.allows(permission, target, credentials))) {
      throw refusal(permission, target);
    }
  }

  async allows(
    permission: ServicePermission,
    target: ServiceTarget,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const allowed = await this.filter(permission, [target], credentials);
    return allowed.length > 0;
  }

  /** Those services of which the caller has the permission. */
  async filter(
    permission: ServicePermission,
    targets: readonly ServiceTarget[],
    credentials: BackstageCredentials,
  ): Promise<ServiceTarget[]> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision
      ? targets.filter(target => this.#isAllowed(decision, target))
      : [];
  }

  /** @throws NotAllowedError */
  async checkBasic(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not use what needs ${permission.name}`,
      );
    }
  }
}

function refusal(
  { name, attributes }: ServicePermission,
  { identity, owner, restricted }: ServiceTarget,
): NotAllowedError {
  const who = restricted
    ? `${identity.name} is restricted to ${owner} and the platform team`
    : `${identity.name} belongs to ${owner}`;
  const what = attributes.action === 'read' ? 'see this' : 'do this';
  return new NotAllowedError(`You may not ${what} (${name}): ${who}`);
}
