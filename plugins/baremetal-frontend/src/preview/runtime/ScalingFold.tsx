import { Checkbox, NumberField } from '@backstage/ui';
import { useT, type Translate } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { ScalingData } from '../formData';
import type { Proof } from '../prove';
import type { TemplateOptions } from '../templateOptions';
import { TileGroup } from '../TileGroup';
import { newTrigger, TriggerList } from './TriggerList';
import styles from '../Fields.module.css';

type Kind = ScalingData['kind'];
const KINDS: readonly Kind[] = ['fixed', 'hpa', 'keda'];
const FIXED: ScalingData = { kind: 'fixed' };

/** Who decides how many pods there are. */
export function ScalingFold(props: {
  archetype: TemplateOptions['archetype'];
  value: ScalingData | undefined;
  proof: Proof;
  onChange: (value: ScalingData) => void;
}) {
  const t = useT();
  const { archetype, proof, onChange } = props;
  const value = props.value ?? FIXED;
  return (
    <div>
      <Fold
        title={t('create.scaling.title')}
        now={t(`create.scaling.${value.kind}.title`)}
        open={value.kind !== 'fixed'}
      >
        <TileGroup
          label={t('create.scaling.title')}
          value={value.kind}
          choices={KINDS.map(kind => ({
            value: kind,
            title: t(`create.scaling.${kind}.title`),
            words: t(`create.scaling.${kind}.words`),
          }))}
          onChange={kind => onChange(newScaling(kind, archetype))}
        />
        <Details
          t={t}
          archetype={archetype}
          value={value}
          onChange={onChange}
        />
      </Fold>
      <FieldFindings proof={proof} path="scaling" />
    </div>
  );
}

function newScaling(
  kind: Kind,
  archetype: TemplateOptions['archetype'],
): ScalingData {
  switch (kind) {
    case 'fixed':
      return FIXED;
    case 'hpa':
      return { kind, cpuUtilization: 70 };
    case 'keda':
      return {
        kind,
        // A worker is there for its queue.
        triggers: [newTrigger(archetype === 'worker' ? 'queue' : 'latency')],
        toZero: false,
      };
  }
}

function Details(props: {
  t: Translate;
  archetype: TemplateOptions['archetype'];
  value: ScalingData;
  onChange: (value: ScalingData) => void;
}) {
  const { t, archetype, value, onChange } = props;
  switch (value.kind) {
    case 'fixed':
      return null;
    case 'hpa':
      return (
        <div className={styles.fields}>
          <NumberField
            label={t('create.scaling.cpu')}
            minValue={1}
            maxValue={100}
            value={value.cpuUtilization ?? Number.NaN}
            onChange={share =>
              onChange({ ...value, cpuUtilization: share || undefined })
            }
          />
          <NumberField
            label={t('create.scaling.memory')}
            description={t('create.scaling.memoryHint')}
            minValue={1}
            maxValue={100}
            value={value.memoryUtilization ?? Number.NaN}
            onChange={share =>
              onChange({ ...value, memoryUtilization: share || undefined })
            }
          />
        </div>
      );
    case 'keda':
      return (
        <>
          <TriggerList
            answersRequests={archetype === 'service'}
            triggers={value.triggers}
            onChange={triggers => onChange({ ...value, triggers })}
          />
          <Checkbox
            isSelected={value.toZero}
            onChange={toZero => onChange({ ...value, toZero })}
          >
            {t('create.scaling.toZero')}
          </Checkbox>
        </>
      );
  }
}
