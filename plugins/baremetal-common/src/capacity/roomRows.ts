import { countWords } from '../quantity/words';
import type { RoomRow } from '../wire/capacityView';
import type { Tone } from '../wire/statement';
import { toDomainCells } from './domainCells';
import type { Refusal, RoomCase } from './room';
import type { NamedCase, ServiceRoom } from './serviceRoom';
import type { PackPod, PodTemplate } from './snapshot';

interface RoomSubject {
  readonly room: ServiceRoom;
  readonly template: PodTemplate;
  /** The service's own pods. */
  readonly own: readonly PackPod[];
}

/** The three lines of the room picture: now, any node dies, the worst domain goes. */
export function toRoomRows(subject: RoomSubject): readonly RoomRow[] {
  const { now, worstNode, worstDomain } = subject.room;
  return [
    toRow(subject, now, {
      case: 'now',
      label: 'Now',
      tone: now.fits > 0 ? 'ok' : 'warn',
      note:
        now.fits > 0
          ? spreadNote(now.limit)
          : `no room: ${limitWords(now.limit)}`,
    }),
    ...(worstNode
      ? [
          toRow(subject, worstNode, {
            case: 'nodeLoss',
            label: 'Any node dies',
            worst: worstNode.name,
            ...lossWords(subject, worstNode, `worst: ${worstNode.name}`),
          }),
        ]
      : []),
    ...(worstDomain
      ? [
          toRow(subject, worstDomain, {
            case: 'domainLoss',
            label: `${worstDomain.name} goes`,
            worst: worstDomain.name,
            ...lossWords(
              subject,
              worstDomain,
              domainNote(subject.room, worstDomain),
            ),
          }),
        ]
      : []),
  ];
}

function toRow(
  { room, own, template }: RoomSubject,
  answer: RoomCase,
  row: Omit<RoomRow, 'domains' | 'fits'>,
): RoomRow {
  const domains = toDomainCells(room, answer, own);
  const [rule] = [
    ...template.terms.unsupported,
    ...answer.moved.flatMap(({ pod }) => pod.terms.unsupported),
    ...answer.stranded.flatMap(({ terms }) => terms.unsupported),
  ];
  if (template.terms.unsupported.length > 0) {
    return {
      ...row,
      domains: [],
      tone: 'unknown',
      note: `not computed: ${rule}`,
    };
  }
  if (rule !== undefined) {
    return {
      ...row,
      fits: answer.fits,
      domains,
      tone: 'unknown',
      note: `at most: of a pod that must move, ${rule}`,
    };
  }
  return { ...row, fits: answer.fits, domains };
}

function lossWords(
  { own }: RoomSubject,
  answer: RoomCase,
  plain: string,
): { readonly tone: Tone; readonly note: string } {
  const ids = new Set(own.map(({ uid }) => uid));
  const waiting = answer.stranded.filter(({ uid }) => ids.has(uid)).length;
  const others = answer.stranded.length - waiting;
  if (waiting > 0) {
    const all = waiting === own.length;
    return {
      tone: all ? 'bad' : 'warn',
      note: `${plain}; ${
        all
          ? 'all its pods stop'
          : `${countWords(waiting, 'pod')} would wait: ${limitWords(
              answer.limit,
            )}`
      }`,
    };
  }
  return {
    tone: answer.fits > 0 ? 'ok' : 'warn',
    note:
      others > 0
        ? `${plain}; ${countWords(others, 'pod')} of others would wait`
        : plain,
  };
}

function domainNote(
  { domains, nodes }: ServiceRoom,
  { lost }: NamedCase,
): string {
  if (domains.length === 1) {
    return `all ${countWords(nodes.length, 'node')}, the only domain`;
  }
  return `worst domain, ${countWords(lost.length, 'node')}`;
}

function spreadNote(limit: Refusal): string {
  return limit === 'spread' ? 'then its spread rule stops it' : '';
}

/** Why no more pods fit. */
export function limitWords(limit: Refusal): string {
  if (limit === 'rule') {
    return 'no node that its rules allow is up';
  }
  if (limit === 'spread') {
    return 'its spread rule allows no more in the other domains';
  }
  switch (limit.short) {
    case 'cpu':
      return 'CPU is short';
    case 'memory':
      return 'memory is short';
    case 'pods':
      return 'all pod slots are taken';
    default:
      return `${limit.short} is short`;
  }
}
