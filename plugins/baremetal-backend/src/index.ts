export { baremetalPlugin as default } from './plugin';
export {
  baremetalConditions,
  createBaremetalConditionalDecision,
  serviceResourceRef,
  serviceRules,
} from './authorization/rules';
