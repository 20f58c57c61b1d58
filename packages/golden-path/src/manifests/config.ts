/** ConfigMap of an environment's plain settings, made from `config.env` of its overlay. */
export function configName(service: string): string {
  return `${service}-config`;
}
