import { TextField } from '@backstage/ui';
import {
  isSchedule,
  nextTimes,
} from '@baremetal/backstage-plugin-baremetal-common';
import { useNow } from '../ui/clock';
import { describeSchedule } from '../ui/describeSchedule';
import { useT } from '../ui/useT';
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
  const { value: text, timeZone } = props;
  // Runs come by the minute: within one, the words stay as they are.
  const minute = Math.floor(useNow() / MINUTE) * MINUTE;
  if (!isSchedule({ text })) {
    return <span className={styles.hint}>{t('create.schedule.fields')}</span>;
  }
  const known = isSchedule({ text, timeZone });
  const runs = nextTimes({ text, timeZone }, new Date(minute), SHOWN);
  return (
    <>
      <span className={styles.hint}>
        {describeSchedule(t, { text, timeZone })}
      </span>
      {known ? (
        <span className={styles.hint}>
          {runs.length > 0
            ? t('create.schedule.next', {
                runs: runs.map(run => formatRun(run, timeZone)).join('; '),
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

/** As the clock on the wall shows it where the schedule counts. */
function formatRun(run: Date, timeZone: string): string {
  return run.toLocaleString(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
}
