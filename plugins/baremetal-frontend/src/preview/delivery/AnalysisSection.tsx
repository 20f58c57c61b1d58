import { Checkbox, NumberField } from '@backstage/ui';
import { Label } from '../../ui/Mono';
import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import { DEFAULT_ANALYSIS, DEFAULT_STEPS } from '../defaults';
import type { AnalysisData, DeliveryData } from '../formData';
import { CustomQuery } from './CustomQuery';
import { withSteps } from './withSteps';
import styles from '../Fields.module.css';

/** What decides whether the new version is good. A canary measures in its steps, the others before they switch. */
export function AnalysisSection(props: {
  value: DeliveryData;
  onChange: (patch: Partial<DeliveryData>) => void;
}) {
  const t = useT();
  const { value, onChange } = props;
  const steps = value.steps ?? DEFAULT_STEPS;
  const isCanary = (value.strategy ?? 'canary') === 'canary';
  const used = isCanary
    ? steps.some(step => 'analysis' in step)
    : value.analysis !== undefined;
  const use = (on: boolean) => {
    if (!isCanary) {
      onChange({ analysis: on ? DEFAULT_ANALYSIS : undefined });
      return;
    }
    onChange(
      withSteps(
        value,
        on
          ? [...steps, { analysis: true as const }]
          : steps.filter(step => !('analysis' in step)),
      ),
    );
  };
  return (
    <Panel
      title={t('create.analysis.title')}
      aside={<Label>{t('create.analysis.hint')}</Label>}
    >
      <Checkbox isSelected={used} onChange={use}>
        {t('create.analysis.use')}
      </Checkbox>
      {used ? (
        <AnalysisFields
          value={value.analysis ?? DEFAULT_ANALYSIS}
          onChange={analysis => onChange({ analysis })}
        />
      ) : null}
    </Panel>
  );
}

function AnalysisFields(props: {
  value: AnalysisData;
  onChange: (value: AnalysisData) => void;
}) {
  const t = useT();
  const { value } = props;
  const set = (patch: Partial<AnalysisData>) =>
    props.onChange({ ...value, ...patch });
  return (
    <>
      <div className={styles.fields}>
        <NumberField
          label={t('create.analysis.successRate')}
          minValue={0}
          maxValue={1}
          step={0.001}
          formatOptions={{ maximumFractionDigits: 4 }}
          value={value.successRate}
          onChange={successRate => set({ successRate })}
        />
        <NumberField
          label={t('create.analysis.latency')}
          minValue={1}
          value={value.p95LatencyMs}
          onChange={p95LatencyMs => set({ p95LatencyMs })}
        />
        <NumberField
          label={t('create.analysis.count')}
          minValue={1}
          value={value.count}
          onChange={count => set({ count })}
        />
        <NumberField
          label={t('create.analysis.misses')}
          minValue={0}
          value={value.failureLimit}
          onChange={failureLimit => set({ failureLimit })}
        />
      </div>
      <CustomQuery value={value.custom} onChange={custom => set({ custom })} />
    </>
  );
}
