import { TextField } from '@backstage/ui';
import { useNow } from '../ui/clock';
import { useT, type Translate } from '../ui/useT';
import { rhythmOf } from './rhythm';
import { nextRuns, parseSchedule, wallClock } from './schedule';
import styles from './Fields.module.css';

const SHOWN = 3;
const MINUTE = 60_000;

/** A schedule of five fields, with what it means in words and when it comes next. */
export function ScheduleField(props: {
  label: string;
  value: string;
  timeZone: string;
  onChange: (schedule: string) => void;
}) {
  const { label, value, timeZone, onChange } = props;
  return (
    <div className={styles.short}>
      <TextField label={label} value={value} onChange={onChange} />
      <ScheduleWords value={value} timeZone={timeZone} />
    </div>
  );
}

function ScheduleWords(props: { value: string; timeZone: string }) {
  const t = useT();
  const { value, timeZone } = props;
  // Runs come by the minute: within one, the words stay as they are.
  const minute = Math.floor(useNow() / MINUTE) * MINUTE;
  const schedule = parseSchedule(value);
  if (!schedule) {
    return <span className={styles.hint}>{t('create.schedule.fields')}</span>;
  }
  const wall = wallClock(minute, timeZone);
  const runs = wall ? nextRuns(schedule, wall, SHOWN) : [];
  return (
    <>
      <span className={styles.hint}>{describe(t, props)}</span>
      {wall ? (
        <span className={styles.hint}>
          {runs.length > 0
            ? t('create.schedule.next', {
                runs: runs.map(formatRun).join('; '),
              })
            : t('create.schedule.never')}
        </span>
      ) : (
        <span className={styles.hint}>
          {t('create.schedule.zone', { timeZone })}
        </span>
      )}
    </>
  );
}

/** The rhythm in words where there are some, and the schedule itself where there are none. */
export function describe(
  t: Translate,
  { value, timeZone }: { value: string; timeZone: string },
): string {
  const rhythm = rhythmOf(value);
  const zone = timeZone === 'Etc/UTC' ? 'UTC' : timeZone;
  if (!rhythm) return t('create.schedule.other', { schedule: value, zone });
  switch (rhythm.kind) {
    case 'everyMinutes':
      return t('create.schedule.everyMinutes', { minutes: rhythm.minutes });
    case 'hourly':
      return t('create.schedule.hourly', { minute: rhythm.minute });
    case 'daily':
      return t('create.schedule.daily', { at: rhythm.at, zone });
    case 'workdays':
      return t('create.schedule.workdays', { at: rhythm.at, zone });
    case 'weekly':
      return t('create.schedule.weekly', {
        at: rhythm.at,
        zone,
        weekday: weekdayName(rhythm.weekday),
      });
    case 'monthly':
      return t('create.schedule.monthly', {
        at: rhythm.at,
        zone,
        day: rhythm.day,
      });
  }
}

/** 4 January 1970 was a Sunday. */
function weekdayName(weekday: number): string {
  return new Date(Date.UTC(1970, 0, 4 + weekday)).toLocaleDateString(
    undefined,
    { weekday: 'long', timeZone: 'UTC' },
  );
}

function formatRun(run: Date): string {
  return run.toLocaleString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
}
