import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  baremetalConditions,
  createBaremetalConditionalDecision,
} from '@baremetal/backstage-plugin-baremetal-backend';
import {
  promotionApprovePermission,
  RESOURCE_TYPE_SERVICE,
  RESTRICTED_ANNOTATION,
  serviceReadPermission,
} from '@baremetal/backstage-plugin-baremetal-common';

const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;

/**
 * Who may do what in the demo, and a start for a policy of your own.
 *
 * The platform team may do everything. Everybody sees services that are not restricted; owners see theirs, control
 * their rollouts and ask for promotions. What is restricted is not in others' catalog either. Approving and merging is the platform team's alone. All else that Backstage
 * asks about is allowed to whoever is signed in.
 */
export class SamplePolicy implements PermissionPolicy {
  readonly #platformTeam: string;

  /** @param platformTeam - entity ref, for example `group:default/platform` */
  constructor(platformTeam: string) {
    this.#platformTeam = platformTeam.toLowerCase();
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (user === undefined) return DENY;
    const claims = user.info.ownershipEntityRefs;
    if (claims.some(claim => claim.toLowerCase() === this.#platformTeam)) {
      return ALLOW;
    }
    if (isPermission(permission, catalogEntityReadPermission)) {
      // Whoever may not see a restricted service does not find it in the catalog either.
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          catalogConditions.isEntityOwner({ claims }),
          {
            not: catalogConditions.hasAnnotation({
              annotation: RESTRICTED_ANNOTATION,
              value: 'true',
            }),
          },
        ],
      });
    }
    if (!isResourcePermission(permission, RESOURCE_TYPE_SERVICE)) return ALLOW;
    if (isPermission(permission, promotionApprovePermission)) return DENY;

    const isOwner = baremetalConditions.isOwner({ claims });
    if (isPermission(permission, serviceReadPermission)) {
      return createBaremetalConditionalDecision(permission, {
        anyOf: [isOwner, baremetalConditions.isNotRestricted()],
      });
    }
    return createBaremetalConditionalDecision(permission, isOwner);
  }
}
