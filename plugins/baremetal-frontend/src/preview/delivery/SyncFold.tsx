import { TextField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { SyncData } from '../formData';
import type { Proof } from '../prove';
import { ScheduleField } from '../ScheduleField';
import { TileGroup } from '../TileGroup';
import styles from '../Fields.module.css';

type Mode = SyncData['mode'];
const MODES: readonly Mode[] = ['automated', 'manual', 'window'];
const AT_ONCE: SyncData = { mode: 'automated' };

/** When Argo CD applies what is merged to production. */
export function SyncFold(props: {
  value: SyncData | undefined;
  proof: Proof;
  onChange: (value: SyncData) => void;
}) {
  const t = useT();
  const { proof, onChange } = props;
  const value = props.value ?? AT_ONCE;
  return (
    <div>
      <Fold
        title={t('create.sync.title')}
        now={t(`create.sync.${value.mode}.title`)}
        open={value.mode !== 'automated'}
      >
        <TileGroup
          label={t('create.sync.title')}
          value={value.mode}
          choices={MODES.map(mode => ({
            value: mode,
            title: t(`create.sync.${mode}.title`),
            words: t(`create.sync.${mode}.words`),
          }))}
          onChange={mode => onChange(newSync(mode))}
        />
        {value.mode === 'window' ? (
          <div className={styles.fields}>
            <ScheduleField
              label={t('create.sync.opens')}
              value={value.schedule}
              timeZone={value.timeZone}
              onChange={schedule => onChange({ ...value, schedule })}
            />
            <TextField
              label={t('create.sync.duration')}
              description={t('create.durationHint')}
              value={value.duration}
              onChange={duration => onChange({ ...value, duration })}
            />
            <TextField
              label={t('create.job.timeZone')}
              value={value.timeZone}
              onChange={timeZone => onChange({ ...value, timeZone })}
            />
          </div>
        ) : null}
      </Fold>
      <FieldFindings proof={proof} path="productionSync" />
    </div>
  );
}

function newSync(mode: Mode): SyncData {
  switch (mode) {
    case 'automated':
      return AT_ONCE;
    case 'manual':
      return { mode };
    case 'window':
      return {
        mode,
        schedule: '0 8 * * 1-5',
        duration: '8h',
        timeZone: 'Etc/UTC',
      };
  }
}
