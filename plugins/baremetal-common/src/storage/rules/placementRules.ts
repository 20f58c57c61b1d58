import { copiesOf, inUseOf, votersOf } from '../members';
import type { LeavingReason } from '../observation';
import { quorumIsFeasible } from '../quorum';
import type { VolumeFacts, VolumeRule } from '../volumeFacts';
import { listWords } from '../words';

const LEAVING: Record<
  LeavingReason,
  { readonly words: string; readonly tone: 'busy' | 'warn' }
> = {
  emptied: { words: 'is being emptied', tone: 'busy' },
  removed: { words: 'is being removed', tone: 'busy' },
  evicted: { words: 'was evicted', tone: 'warn' },
  switchedOff: { words: 'is switched off', tone: 'warn' },
};

/** A member is on its way out. */
export const nodeLeaving: VolumeRule = ({ volume }) =>
  volume.replicas.flatMap(({ node, leaving }) =>
    leaving === undefined
      ? []
      : [
          {
            id: 'node-leaving',
            tone: LEAVING[leaving].tone,
            words: 'Copy is moving',
            sentence: `${node} ${LEAVING[leaving].words}.`,
            who: 'platform',
          } as const,
        ],
  );

/** Copies that are there, whatever their age; what is old or silent has a rule of its own. */
function placedCopies({ volume }: VolumeFacts): number {
  return copiesOf(volume).filter(
    ({ disk, silent, leaving }) =>
      !silent && disk !== 'failed' && leaving === undefined,
  ).length;
}

export const underReplicated: VolumeRule = facts => {
  const wanted = facts.volume.wantedCopies;
  const placed = placedCopies(facts);
  return wanted === undefined || placed >= wanted
    ? []
    : [
        {
          id: 'under-replicated',
          tone: 'warn',
          words: `${placed} of ${wanted} copies`,
          sentence: `${placed} of ${wanted} copies.`,
          detail:
            'The data is there; it survives fewer losses than its class promises.',
          who: 'platform',
        },
      ];
};

/** Domain of a node: of its labels, else what the storage system knows. */
export function domainOf(
  facts: Pick<VolumeFacts, 'domains' | 'volume'>,
  node: string,
): string | undefined {
  return (
    facts.domains[node] ??
    facts.volume.replicas.find(replica => replica.node === node)?.domain
  );
}

/** Copies that should lie apart do not. */
export const sameDomain: VolumeRule = facts => {
  if (facts.volume.spreadBy === undefined) {
    return [];
  }
  const byDomain = new Map<string, string[]>();
  for (const { node, domain } of copiesOf(facts.volume)) {
    if (domain !== undefined) {
      byDomain.set(domain, [...(byDomain.get(domain) ?? []), node]);
    }
  }
  return [...byDomain]
    .filter(([, nodes]) => nodes.length > 1)
    .map(([domain, nodes]) => ({
      id: 'same-domain',
      tone: 'warn',
      words: 'Copies too close',
      sentence: `The copies on ${listWords(nodes)} are ${
        nodes.length === 2 ? 'both' : 'all'
      } in ${domain}.`,
      detail: `Losing ${domain} takes all of them at once.`,
      who: 'platform',
    }));
};

/** An even number of copies and nobody to break the tie. */
export const noTieBreaker: VolumeRule = ({ volume, quorum }) => {
  const copies = copiesOf(volume).length;
  const even = copies >= 2 && copies % 2 === 0;
  const noExtraVote = votersOf(volume).length <= copies;
  const unprotected = quorum.state === 'off' || !quorumIsFeasible(volume);
  return volume.replicated && even && noExtraVote && unprotected
    ? [
        {
          id: 'no-tie-breaker',
          tone: 'warn',
          words: 'No tie-breaker',
          sentence: 'A network split could stop or split this volume.',
          detail: 'A third node with a vote would prevent that.',
          who: 'platform',
        },
      ]
    : [];
};

export const remoteAttached: VolumeRule = ({ volume }) => {
  const client = inUseOf(volume).find(({ kind }) => kind === 'client');
  return client
    ? [
        {
          id: 'remote-attached',
          tone: 'ok',
          words: 'Read over network',
          sentence: `The pod on ${client.node} reads over the network.`,
          detail: 'It works; a pod beside a copy is faster.',
          who: 'owner',
        },
      ]
    : [];
};

export const dualPrimary: VolumeRule = ({ volume, claim }) => {
  const used = inUseOf(volume);
  return used.length < 2
    ? []
    : [
        {
          id: 'dual-primary',
          tone: claim.sharedBlock ? 'busy' : 'warn',
          words: 'Open twice',
          sentence: `${listWords(
            used.map(({ node }) => node),
          )} hold the volume open.`,
          who: 'platform',
        },
      ];
};
