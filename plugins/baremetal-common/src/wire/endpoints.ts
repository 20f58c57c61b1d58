/**
 * Where each answer is found below the plugin's base URL (`plugin://baremetal` in the browser).
 *
 * | method, path | answer |
 * | --- | --- |
 * | `GET /v1/platform` | `PlatformFacts` |
 * | `POST /v1/fit` `FitQuestion` | `FitAnswer` |
 * | `GET /v1/names/:name` | `NameAnswer` |
 * | `POST /v1/plan` answers of a service | `PlanAnswer` |
 * | `GET /v1/services/:namespace/:name/overview` | `ServiceOverview` |
 * | `GET /v1/services/:namespace/:name/rollouts` | `ServiceRollouts` |
 * | `GET /v1/services/:namespace/:name/storage` | `ServiceStorage` |
 * | `GET /v1/services/:namespace/:name/capacity` | `ServiceCapacity` |
 * | `GET /v1/services/:namespace/:name/promotion-preview?to=` | `PromotionPreview` |
 * | `GET /v1/promotions` | `PromotionQueue` |
 * | `POST /v1/promotions` `OpenPromotionRequest` | `OpenPromotionAnswer` |
 * | `GET /v1/promotions/:id` | `PromotionDetail` |
 * | `POST /v1/promotions/:id/approve` `DecidePromotionRequest` | `PromotionDetail` |
 * | `POST /v1/promotions/:id/merge` `DecidePromotionRequest` | `PromotionDetail` |
 *
 * A service is a Component; `:namespace/:name` are its entity's.
 */
export const endpoints = {
  platform: '/v1/platform',
  fit: '/v1/fit',
  name: (name: string) => `/v1/names/${encodeURIComponent(name)}`,
  plan: '/v1/plan',
  service: (
    entity: { namespace: string; name: string },
    view: ServiceViewName | 'promotion-preview',
  ) =>
    `/v1/services/${encodeURIComponent(entity.namespace)}/${encodeURIComponent(
      entity.name,
    )}/${view}`,
  promotions: '/v1/promotions',
  promotion: (id: string, verb?: 'approve' | 'merge') =>
    `/v1/promotions/${encodeURIComponent(id)}${verb ? `/${verb}` : ''}`,
} as const;

export type ServiceViewName = 'overview' | 'rollouts' | 'storage' | 'capacity';

/** Body of `POST /v1/fit`: a pod size per environment. */
export interface FitQuestion {
  readonly environments: readonly {
    readonly environment: string;
    readonly cpuMillis: number;
    readonly memoryBytes: number;
  }[];
}

/**
 * Signal channel of changes. The message is `{ cluster, concept, revision }`, never data: who hears it asks again,
 * and is authorized again.
 */
export const CHANGES_CHANNEL = 'baremetal:changes';

export interface ChangeSignal {
  readonly cluster: string;
  readonly concept: 'delivery' | 'storage' | 'capacity' | 'promotion';
  readonly revision: number;
}
