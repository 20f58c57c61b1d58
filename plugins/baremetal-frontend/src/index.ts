export { default } from './plugin';
export { baremetalApiRef } from './api/BaremetalApi';
export type { AskOptions, BaremetalApi, EntityKey } from './api/BaremetalApi';
export { baremetalTranslationRef } from './translation';
