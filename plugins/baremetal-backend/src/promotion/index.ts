export { AuthorizedPromotions, type Person } from './AuthorizedPromotions';
export type { PromotionSettings } from './context';
export {
  createPromotions,
  type CreatePromotionsOptions,
} from './createPromotions';
export {
  startPromotions,
  type RunningPromotions,
  type StartPromotionsOptions,
} from './startPromotions';
export type { PromotionFacts } from './PromotionFacts';
export { PromotionService } from './PromotionService';
export { DatabasePromotionStore } from './store/DatabasePromotionStore';
export { MemoryPromotionStore } from './store/MemoryPromotionStore';
export type { PromotionStore } from './store/PromotionStore';
