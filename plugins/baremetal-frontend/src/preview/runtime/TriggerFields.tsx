import { NumberField, TextField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { ScheduleField } from '../ScheduleField';
import type { TriggerData } from './TriggerList';
import styles from '../Fields.module.css';

/** The numbers of one trigger. */
export function TriggerFields(props: {
  trigger: TriggerData;
  onChange: (trigger: TriggerData) => void;
}) {
  const t = useT();
  const { trigger, onChange } = props;
  switch (trigger.type) {
    case 'queue':
      return (
        <div className={styles.triggerFields}>
          <TextField
            label={t('create.scaling.query')}
            description={t('create.scaling.queryHint')}
            value={trigger.query}
            onChange={query => onChange({ ...trigger, query })}
          />
          <NumberField
            label={t('create.scaling.perPod')}
            minValue={1}
            value={trigger.perPod}
            onChange={perPod => onChange({ ...trigger, perPod })}
          />
        </div>
      );
    case 'latency':
      return (
        <div className={styles.triggerFields}>
          <NumberField
            label={t('create.scaling.p95')}
            minValue={1}
            value={trigger.p95Ms}
            onChange={p95Ms => onChange({ ...trigger, p95Ms })}
          />
        </div>
      );
    case 'cron':
      return (
        <div className={styles.triggerFields}>
          <ScheduleField
            label={t('create.scaling.start')}
            value={trigger.start}
            timeZone={trigger.timeZone}
            onChange={start => onChange({ ...trigger, start })}
          />
          <ScheduleField
            label={t('create.scaling.end')}
            value={trigger.end}
            timeZone={trigger.timeZone}
            onChange={end => onChange({ ...trigger, end })}
          />
          <TextField
            label={t('create.job.timeZone')}
            value={trigger.timeZone}
            onChange={timeZone => onChange({ ...trigger, timeZone })}
          />
          <NumberField
            label={t('create.scaling.atLeast')}
            minValue={1}
            value={trigger.replicas}
            onChange={replicas => onChange({ ...trigger, replicas })}
          />
        </div>
      );
    case 'cpu':
    case 'memory':
      return (
        <div className={styles.triggerFields}>
          <NumberField
            label={t(`create.scaling.${trigger.type}`)}
            minValue={1}
            maxValue={100}
            value={trigger.utilization}
            onChange={utilization => onChange({ ...trigger, utilization })}
          />
        </div>
      );
  }
}
