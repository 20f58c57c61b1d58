import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SERVICE } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import { z } from 'zod';

/** Says of a service whether a condition holds; there is no database to ask. */
type ServiceFilter = (target: ServiceTarget) => boolean;

/** A service as permission policies see it. @public */
export const serviceResourceRef = createPermissionResourceRef<
  ServiceTarget,
  ServiceFilter
>().with({ pluginId: 'baremetal', resourceType: RESOURCE_TYPE_SERVICE });

const ownerParams = z.object({
  claims: z
    .array(z.string())
    .describe('Entity refs of the user: who they are and what they belong to'),
});

const isOwner = createPermissionRule({
  name: 'IS_SERVICE_OWNER',
  description: 'The service belongs to one of the given users or groups',
  resourceRef: serviceResourceRef,
  paramsSchema: ownerParams,
  apply: owns,
  toQuery: params => target => owns(target, params),
});

const isNotRestricted = createPermissionRule({
  name: 'IS_NOT_RESTRICTED',
  description: 'The service is not marked as restricted',
  resourceRef: serviceResourceRef,
  apply: ({ restricted }) => !restricted,
  toQuery:
    () =>
    ({ restricted }) =>
      !restricted,
});

const environmentParams = z.object({
  environments: z.array(z.string()).describe('Names of environments'),
});

const runsOnlyIn = createPermissionRule({
  name: 'RUNS_ONLY_IN',
  description: 'The service runs in none but the given environments',
  resourceRef: serviceResourceRef,
  paramsSchema: environmentParams,
  apply: runsIn,
  toQuery: params => target => runsIn(target, params),
});

function owns(
  { owner }: ServiceTarget,
  { claims }: z.output<typeof ownerParams>,
): boolean {
  return claims.some(claim => claim.toLowerCase() === owner.toLowerCase());
}

function runsIn(
  target: ServiceTarget,
  { environments }: z.output<typeof environmentParams>,
): boolean {
  return target.environments.every(({ environment }) =>
    environments.includes(environment),
  );
}

/** Rules for policies about single services. @public */
export const serviceRules = { isOwner, isNotRestricted, runsOnlyIn };

const exported = createConditionExports({
  resourceRef: serviceResourceRef,
  rules: serviceRules,
});

/** Conditions of {@link serviceRules}, for permission policies. @public */
export const baremetalConditions = exported.conditions;

/** Makes a decision that depends on the service. @public */
export const createBaremetalConditionalDecision =
  exported.createConditionalDecision;
