import { ageOf, durationWords } from '../words';
import type {
  ClaimFacts,
  VolumeCondition,
  VolumeKnowledge,
} from '../volumeFacts';

/** Creating a volume takes seconds; after this long something is in its way. */
const CREATION_GRACE = 60_000;

/** What can be said of a claim whose volume nobody describes. */
export function claimCondition(
  claim: ClaimFacts,
  knowledge: Exclude<VolumeKnowledge, { state: 'observed' }>,
  now: Date,
): VolumeCondition {
  switch (knowledge.state) {
    case 'silent':
      return {
        id: 'controller-unreachable',
        tone: 'unknown',
        words: 'Storage silent',
        sentence:
          'The storage controller does not answer, and nothing is known of this volume yet. Running pods are not affected by this alone.',
        detail: knowledge.message,
        who: 'platform',
      };
    case 'notReported':
      return {
        id: 'not-reported',
        tone: 'unknown',
        words: 'Unknown',
        sentence:
          'The storage system answers, but does not know the volume of this claim.',
        who: 'platform',
      };
    case 'notAsked':
      return {
        id: 'not-reported',
        tone: 'unknown',
        words: 'Being asked',
        sentence: 'The storage system is being asked about this volume.',
        who: 'nobody',
      };
    case 'hidden':
      return {
        id: 'not-reported',
        tone: 'unknown',
        words: 'Copies unknown',
        sentence: `How many copies this claim has is not known. ${knowledge.message}`,
        who: 'platform',
      };
    case 'foreign':
      return {
        id: 'not-linstor',
        tone: 'unknown',
        words: 'Copies unknown',
        sentence: `This claim lies on ${knowledge.driver}; nobody says how many copies it has.`,
        who: 'nobody',
      };
    case 'unbound':
      return unbound(claim, now);
  }
}

function unbound(claim: ClaimFacts, now: Date): VolumeCondition {
  const { phase, waitsForConsumer, createdAt } = claim;
  if (phase === 'Lost') {
    return {
      id: 'no-access',
      tone: 'bad',
      words: 'Volume gone',
      sentence: 'The volume of this claim does not exist any more.',
      who: 'platform',
    };
  }
  if (waitsForConsumer) {
    return {
      id: 'pending-claim',
      tone: 'wait',
      words: 'Not created yet',
      sentence: 'The volume is created when a pod first uses the claim.',
      who: 'owner',
    };
  }
  const age = ageOf(createdAt, now);
  if (age !== undefined && age < CREATION_GRACE) {
    return {
      id: 'pending-claim',
      tone: 'busy',
      words: 'Being created',
      sentence: 'The volume is being created.',
      who: 'nobody',
    };
  }
  return {
    id: 'pending-claim',
    tone: 'bad',
    words: 'Not created',
    sentence: `No volume has been made for this claim${
      age === undefined ? '' : ` for ${durationWords(age)}`
    }; the pod that needs it cannot start.`,
    detail: 'The events of the claim say why.',
    who: 'platform',
  };
}

/** The last known state, with since when nothing new is heard. */
export function controllerUnreachable(
  lost: { readonly message: string },
  age: string,
): VolumeCondition {
  return {
    id: 'controller-unreachable',
    tone: 'unknown',
    words: 'Storage silent',
    sentence: `The storage controller has not answered for ${age}; this is its last known state. Running pods are not affected by this alone.`,
    detail: lost.message,
    who: 'platform',
  };
}
