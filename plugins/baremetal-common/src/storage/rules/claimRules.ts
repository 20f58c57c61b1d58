import type {
  ClaimFacts,
  VolumeCondition,
  VolumeKnowledge,
} from '../volumeFacts';

/** What can be said of a claim whose volume nobody describes. */
export function claimCondition(
  claim: ClaimFacts,
  knowledge: Exclude<VolumeKnowledge, { state: 'observed' }>,
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
    case 'foreign':
      return {
        id: 'not-linstor',
        tone: 'unknown',
        words: 'Copies unknown',
        sentence: `This claim lies on ${knowledge.driver}; nobody says how many copies it has.`,
        who: 'nobody',
      };
    case 'unbound':
      return unbound(claim);
  }
}

function unbound({ phase, waitsForConsumer }: ClaimFacts): VolumeCondition {
  if (phase === 'Lost') {
    return {
      id: 'no-access',
      tone: 'bad',
      words: 'Volume gone',
      sentence: 'The volume of this claim does not exist any more.',
      who: 'platform',
    };
  }
  return waitsForConsumer
    ? {
        id: 'pending-claim',
        tone: 'wait',
        words: 'Not created yet',
        sentence: 'The volume is created when a pod first uses the claim.',
        who: 'owner',
      }
    : {
        id: 'pending-claim',
        tone: 'bad',
        words: 'Not created',
        sentence:
          'No volume could be made for this claim; the pod that needs it cannot start.',
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
