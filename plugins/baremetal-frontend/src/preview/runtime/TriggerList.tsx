import { Button, ButtonIcon, Select } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useT } from '../../ui/useT';
import type { ScalingData } from '../formData';
import { TriggerFields } from './TriggerFields';
import styles from '../Fields.module.css';

export type TriggerData = Extract<
  ScalingData,
  { kind: 'keda' }
>['triggers'][number];

const TYPES: readonly TriggerData['type'][] = [
  'queue',
  'latency',
  'cron',
  'cpu',
  'memory',
];
/** As many as the spec allows. */
const MOST = 6;

/** What KEDA looks at; whatever asks for the most pods wins. */
export function TriggerList(props: {
  /** Only a service has a latency of its own. */
  answersRequests: boolean;
  triggers: readonly TriggerData[];
  onChange: (triggers: TriggerData[]) => void;
}) {
  const t = useT();
  const { answersRequests, triggers, onChange } = props;
  const types = TYPES.filter(type => answersRequests || type !== 'latency');
  const replace = (index: number, trigger: TriggerData) =>
    onChange(triggers.map((old, i) => (i === index ? trigger : old)));
  return (
    <ol className={styles.steps} aria-label={t('create.scaling.triggers')}>
      {triggers.map((trigger, i) => (
        // Triggers have no identity but their place.
        // eslint-disable-next-line react/no-array-index-key
        <li key={i} className={styles.trigger}>
          <Select
            size="small"
            aria-label={t('create.scaling.typeOf', { number: i + 1 })}
            options={types.map(id => ({
              id,
              label: t(`create.scaling.type.${id}`),
            }))}
            value={trigger.type}
            onChange={key => {
              const type = types.find(known => known === key);
              if (type) replace(i, newTrigger(type));
            }}
          />
          <TriggerFields
            trigger={trigger}
            onChange={next => replace(i, next)}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('create.scaling.remove', { number: i + 1 })}
            isDisabled={triggers.length === 1}
            onPress={() => onChange(triggers.filter((_, other) => other !== i))}
          />
        </li>
      ))}
      <li>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={triggers.length >= MOST}
          onPress={() => onChange([...triggers, newTrigger('cron')])}
        >
          {t('create.scaling.add')}
        </Button>
      </li>
    </ol>
  );
}

/** A trigger of a kind, with numbers that do for a start. */
export function newTrigger(type: TriggerData['type']): TriggerData {
  switch (type) {
    case 'queue':
      return { type, query: 'sum(queue_messages_waiting)', perPod: 100 };
    case 'latency':
      return { type, p95Ms: 250 };
    case 'cron':
      return {
        type,
        timeZone: 'Etc/UTC',
        start: '0 8 * * 1-5',
        end: '0 18 * * 1-5',
        replicas: 4,
      };
    case 'cpu':
      return { type, utilization: 70 };
    case 'memory':
      return { type, utilization: 80 };
  }
}
