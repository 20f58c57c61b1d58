import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a service in permission rules: the catalog entity behind it. @public */
export const RESOURCE_TYPE_SERVICE = 'baremetal-service';

/** See a service's rollouts, storage and capacity. @public */
export const serviceReadPermission = createPermission({
  name: 'baremetal.service.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SERVICE,
});

/** See what is configured and how full the platform is. @public */
export const platformReadPermission = createPermission({
  name: 'baremetal.platform.read',
  attributes: { action: 'read' },
});

/** Promote, abort or retry a running rollout. @public */
export const rolloutControlPermission = createPermission({
  name: 'baremetal.rollout.control',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SERVICE,
});

/** Ask for a promotion: opens a pull request. @public */
export const promotionOpenPermission = createPermission({
  name: 'baremetal.promotion.open',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SERVICE,
});

/** Approve and merge promotions. @public */
export const promotionApprovePermission = createPermission({
  name: 'baremetal.promotion.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SERVICE,
});

/** Change storage through Git or Kubernetes objects. @public */
export const storageChangePermission = createPermission({
  name: 'baremetal.storage.change',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SERVICE,
});

/** @public */
export const baremetalPermissions = [
  serviceReadPermission,
  platformReadPermission,
  rolloutControlPermission,
  promotionOpenPermission,
  promotionApprovePermission,
  storageChangePermission,
];
