export { rolloutSentence, summarizeRollouts } from './summarizeRollouts';
export { toRolloutDetails } from './toRolloutDetails';
export { isLiving, podStatus, restartsOf } from './podView';
export { versionOf, type DeliveryRows } from './rolloutFacts';
export { sameVersion, toVersion } from './version';
export { parseStepDuration } from './stepDuration';
