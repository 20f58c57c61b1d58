import type {
  PromotionQueue,
  PromotionSummary,
  PromotionTurn,
  Statement,
} from '@baremetal/backstage-plugin-baremetal-common';

const TURNS: readonly PromotionTurn[] = ['you', 'stuck', 'others', 'moving'];

/** The queue, in groups by whose turn it is; within each the oldest first, for it has waited longest. */
export function toQueue(
  promotions: readonly PromotionSummary[],
  said: { readonly simulated: boolean; readonly answeredAt: string },
): PromotionQueue {
  const sorted = [...promotions].sort(
    (a, b) =>
      TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) ||
      a.requestedAt.localeCompare(b.requestedAt),
  );
  return { verdict: verdictOf(promotions), promotions: sorted, ...said };
}

function verdictOf(promotions: readonly PromotionSummary[]): Statement {
  const count = (turn: PromotionTurn) =>
    promotions.filter(promotion => promotion.turn === turn).length;
  const [yours, stuck, others] = [
    count('you'),
    count('stuck'),
    count('others'),
  ];
  if (promotions.length === 0) {
    return { tone: 'ok', sentence: 'No promotion is open.' };
  }
  const rest = [
    ...(stuck > 0 ? [`${stuck} ${stuck === 1 ? 'is' : 'are'} stuck`] : []),
    ...(others > 0
      ? [`${others} ${others === 1 ? 'waits' : 'wait'} for somebody else`]
      : []),
  ];
  const detail = rest.length > 0 ? `${capital(rest.join(', '))}.` : undefined;
  if (yours > 0) {
    return {
      tone: 'wait',
      sentence: `${plural(yours)} for you.`,
      ...(detail && { detail }),
    };
  }
  if (stuck > 0) {
    return {
      tone: 'bad',
      sentence: detail ?? '',
      detail: 'Nothing waits for you.',
    };
  }
  return {
    tone: others > 0 ? 'wait' : 'ok',
    sentence: 'Nothing waits for you.',
    ...(detail && { detail }),
  };
}

function plural(count: number): string {
  return count === 1 ? '1 promotion waits' : `${count} promotions wait`;
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('en-US') + text.slice(1);
}
