import { NumberField, Select, TextField } from '@backstage/ui';
import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { JobData } from '../formData';
import type { Proof } from '../prove';
import { ScheduleField } from '../ScheduleField';
import styles from '../Fields.module.css';

const OVERLAPS = ['Forbid', 'Allow', 'Replace'] as const;

/** When a job runs, and what happens to a run that takes too long or fails. */
export function JobSection(props: {
  value: JobData;
  proof: Proof;
  onChange: (value: JobData) => void;
}) {
  const t = useT();
  const { value, proof, onChange } = props;
  const set = (patch: Partial<JobData>) => onChange({ ...value, ...patch });
  return (
    <Panel title={t('create.job.title')}>
      <div className={styles.fields}>
        <ScheduleField
          label={t('create.job.schedule')}
          value={value.schedule}
          timeZone={value.timeZone}
          onChange={schedule => set({ schedule })}
        />
        <TextField
          label={t('create.job.timeZone')}
          description={t('create.job.timeZoneHint')}
          value={value.timeZone}
          onChange={timeZone => set({ timeZone })}
        />
      </div>
      <FieldFindings proof={proof} path="job" />
      <Fold
        title={t('create.job.more')}
        now={t('create.job.now', {
          overlap: t(`create.job.overlaps.${value.overlap}`),
          timeout: value.timeout,
          retries: value.retries,
        })}
      >
        <div className={styles.fields}>
          <Select
            label={t('create.job.overlap')}
            options={OVERLAPS.map(id => ({
              id,
              label: t(`create.job.overlaps.${id}`),
            }))}
            value={value.overlap}
            onChange={key =>
              set({ overlap: OVERLAPS.find(known => known === key) })
            }
          />
          <TextField
            label={t('create.job.timeout')}
            description={t('create.durationHint')}
            value={value.timeout}
            onChange={timeout => set({ timeout })}
          />
          <NumberField
            label={t('create.job.retries')}
            minValue={0}
            maxValue={10}
            value={value.retries}
            onChange={retries => set({ retries })}
          />
        </div>
      </Fold>
    </Panel>
  );
}
