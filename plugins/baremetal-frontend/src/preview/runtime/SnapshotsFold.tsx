import { Checkbox, NumberField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { DEFAULT_SNAPSHOTS } from '../defaults';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { SnapshotsData } from '../formData';
import type { Proof } from '../prove';
import { describeSchedule } from '../../ui/describeSchedule';
import { ScheduleField } from '../ScheduleField';
import styles from '../Fields.module.css';

const UTC = 'Etc/UTC';

/** Snapshots of every claim that outlives its pod. */
export function SnapshotsFold(props: {
  value: SnapshotsData | undefined;
  proof: Proof;
  onChange: (value: SnapshotsData | undefined) => void;
}) {
  const t = useT();
  const { value, proof, onChange } = props;
  return (
    <div>
      <Fold
        title={t('create.snapshots.title')}
        now={
          value
            ? t('create.snapshots.some', {
                when: describeSchedule(t, {
                  text: value.schedule,
                  timeZone: UTC,
                }),
                keep: value.keep,
              })
            : t('create.snapshots.none')
        }
        open={value !== undefined}
      >
        <Checkbox
          isSelected={value !== undefined}
          onChange={on => onChange(on ? DEFAULT_SNAPSHOTS : undefined)}
        >
          {t('create.snapshots.use')}
        </Checkbox>
        {value ? (
          <div className={styles.fields}>
            <ScheduleField
              label={t('create.snapshots.schedule')}
              value={value.schedule}
              timeZone={UTC}
              onChange={schedule => onChange({ ...value, schedule })}
            />
            <NumberField
              label={t('create.snapshots.keep')}
              minValue={1}
              maxValue={30}
              value={value.keep}
              onChange={keep => onChange({ ...value, keep })}
            />
          </div>
        ) : null}
      </Fold>
      <FieldFindings proof={proof} path="snapshots" />
    </div>
  );
}
