import { inUseOf, isCurrent, linkPairs, type LinkPair } from '../members';
import type { VolumeFacts, VolumeRule } from '../volumeFacts';
import { ageOf, distinct, durationWords, listWords } from '../words';

/** A link that has been gone for less than this may be a blink. */
const LINK_GRACE = 30_000;

/** The node in use lost the majority. */
export const quorumLost: VolumeRule = ({ volume, quorum }) => {
  if (quorum.state !== 'lost') {
    return [];
  }
  const measured = quorum.from !== 'estimated';
  const used = inUseOf(volume)[0];
  if (!measured && !used) {
    return [];
  }
  const { have, of } = quorum.votes;
  return [
    {
      id: 'quorum-lost',
      tone: 'bad',
      words: 'Writes paused',
      sentence: `${
        used ? used.node : 'This node'
      } lost the majority, so writes are paused to protect data. Expect the pod to be moved.`,
      detail: measured
        ? undefined
        : `${have} of ${of} votes, estimated from the links.`,
      who: 'platform',
    },
  ];
};

/** A link was switched off, and not between two current copies. */
export const standalonePeer: VolumeRule = ({ volume }) => {
  const off = linkPairs(volume).filter(
    ({ from, to, ends }) =>
      !(isCurrent(from) && isCurrent(to)) &&
      ends.some(({ state }) => state === 'standAlone'),
  );
  return off.map(pair => ({
    id: 'standalone-peer',
    tone: 'warn',
    words: 'Link switched off',
    sentence: `The replication link between ${pair.from.node} and ${pair.to.node} is switched off.`,
    who: 'platform',
  }));
};

/** Members cannot reach each other. */
export const disconnected: VolumeRule = facts => {
  const gone = linkPairs(facts.volume).filter(pair => isGone(pair, facts));
  if (gone.length === 0) {
    return [];
  }
  const ages = gone.flatMap(({ ends }) =>
    ends
      .filter(({ state }) => state === 'connecting')
      .map(({ since }) => ageOf(since, facts.now)),
  );
  const oldest = Math.max(...ages.map(age => age ?? -1));
  return [
    {
      id: 'disconnected',
      tone: 'warn',
      words: 'No link',
      sentence: `No link between ${describePairs(gone)}${
        oldest >= 0 ? ` for ${durationWords(oldest)}` : ''
      }.`,
      detail: 'Writes go on while a majority and a current copy are left.',
      who: 'platform',
    },
  ];
};

function isGone({ ends }: LinkPair, { now }: VolumeFacts): boolean {
  return ends.some(({ state, since }) => {
    const age = ageOf(since, now);
    return state === 'connecting' && (age === undefined || age >= LINK_GRACE);
  });
}

/** One node that misses several peers is named once. */
function describePairs(pairs: readonly LinkPair[]): string {
  const names = (pair: LinkPair) => [pair.from.node, pair.to.node];
  const common = names(pairs[0]!).find(node =>
    pairs.every(pair => names(pair).includes(node)),
  );
  if (common === undefined) {
    return listWords(distinct(pairs.flatMap(names)));
  }
  const others = pairs.flatMap(names).filter(node => node !== common);
  return `${common} and ${listWords(others)}`;
}

/** A node's storage service reports nothing. */
export const satelliteOffline: VolumeRule = ({ volume }) => {
  const nodes = volume.replicas.filter(({ silent }) => silent);
  return nodes.length === 0
    ? []
    : [
        {
          id: 'satellite-offline',
          tone: 'warn',
          words: 'Node not reporting',
          sentence: `No report from ${listWords(
            nodes.map(({ node }) => node),
          )}; its ${
            nodes.every(({ kind }) => kind !== 'copy')
              ? 'vote is'
              : "copy's state is"
          } unknown.`,
          detail:
            'The platform team brings the node back; its copy then catches up by itself.',
          who: 'platform',
        },
      ];
};
