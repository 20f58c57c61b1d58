/** How often a schedule runs, for the patterns that have words. */
export type Rhythm =
  | { readonly kind: 'everyMinutes'; readonly minutes: number }
  | { readonly kind: 'hourly'; readonly minute: number }
  | { readonly kind: 'daily'; readonly at: string }
  | { readonly kind: 'workdays'; readonly at: string }
  | { readonly kind: 'weekly'; readonly at: string; readonly weekday: number }
  | { readonly kind: 'monthly'; readonly at: string; readonly day: number };

const NUMBER = /^\d+$/;

/** `undefined` for a schedule without short words: its fields and its next runs then speak for themselves. */
export function rhythmOf(schedule: string): Rhythm | undefined {
  const [minute, hour, day, month, weekday, more] = schedule
    .trim()
    .split(/\s+/);
  if (!minute || !hour || month !== '*' || more !== undefined) return undefined;
  const everyDay = day === '*' && weekday === '*';
  if (everyDay && hour === '*') return withinHour(minute);
  if (!NUMBER.test(minute) || !NUMBER.test(hour)) return undefined;
  const at = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (everyDay) return { kind: 'daily', at };
  if (day === '*' && /^(1-5|mon-fri)$/i.test(weekday ?? '')) {
    return { kind: 'workdays', at };
  }
  if (day === '*' && /^[0-7]$/.test(weekday ?? '')) {
    return { kind: 'weekly', at, weekday: Number(weekday) % 7 };
  }
  return weekday === '*' && NUMBER.test(day ?? '')
    ? { kind: 'monthly', at, day: Number(day) }
    : undefined;
}

function withinHour(minute: string): Rhythm | undefined {
  if (minute === '*') return { kind: 'everyMinutes', minutes: 1 };
  if (NUMBER.test(minute)) return { kind: 'hourly', minute: Number(minute) };
  const every = /^\*\/(\d+)$/.exec(minute);
  const minutes = Number(every?.[1]);
  // Every 7 minutes would be untrue at the full hour.
  return minutes > 0 && 60 % minutes === 0
    ? { kind: 'everyMinutes', minutes }
    : undefined;
}
