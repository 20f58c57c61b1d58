/** Annotations and labels that cross packages, spelled once. */

/** On the entity as an annotation, on every object and pod template as a label. */
export const KUBERNETES_ID = 'backstage.io/kubernetes-id';
/** Directory of the overlays in the service's repository; default `deploy/overlays`. */
export const OVERLAYS_ANNOTATION = 'baremetal.dev/overlays';
/** Environments in promotion order, comma separated; default: all configured ones. */
export const ENVIRONMENTS_ANNOTATION = 'baremetal.dev/environments';
/** `owner/name` of the repository that holds the overlays. */
export const REPOSITORY_ANNOTATION = 'baremetal.dev/repository';
/** Branch of that repository which is deployed; default `main`. */
export const BRANCH_ANNOTATION = 'baremetal.dev/branch';
/** `true`: only the owner and the platform team may see it. */
export const RESTRICTED_ANNOTATION = 'baremetal.dev/restricted';

/** Namespace of a service in an environment. */
export function namespaceOf(kubernetesId: string, environment: string): string {
  return `${kubernetesId}-${environment}`;
}
