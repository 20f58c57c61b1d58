import type { Schedule } from '@baremetal/backstage-plugin-baremetal-common';
import { rhythmOf } from './rhythm';
import type { Translate } from './useT';

/** The rhythm in words where there are some, and the schedule itself where there are none. */
export function describeSchedule(
  t: Translate,
  { text, timeZone }: Schedule,
): string {
  const rhythm = rhythmOf(text);
  const zone = zoneWords(t, timeZone);
  if (!rhythm) return t('schedule.other', { schedule: text, zone });
  switch (rhythm.kind) {
    case 'everyMinutes':
      return rhythm.minutes === 1
        ? t('schedule.everyMinute')
        : t('schedule.everyMinutes', { minutes: rhythm.minutes });
    case 'hourly':
      return t('schedule.hourly', { minute: rhythm.minute });
    case 'daily':
      return t('schedule.daily', { at: rhythm.at, zone });
    case 'workdays':
      return t('schedule.workdays', { at: rhythm.at, zone });
    case 'weekly':
      return t('schedule.weekly', {
        at: rhythm.at,
        zone,
        weekday: weekdayName(rhythm.weekday),
      });
    case 'monthly':
      return t('schedule.monthly', { at: rhythm.at, zone, day: rhythm.day });
  }
}

function zoneWords(t: Translate, timeZone: string | undefined): string {
  if (timeZone === undefined) return t('schedule.clusterTime');
  return timeZone === 'Etc/UTC' ? 'UTC' : timeZone;
}

/** 4 January 1970 was a Sunday. */
function weekdayName(weekday: number): string {
  return new Date(Date.UTC(1970, 0, 4 + weekday)).toLocaleDateString(
    undefined,
    { weekday: 'long', timeZone: 'UTC' },
  );
}
