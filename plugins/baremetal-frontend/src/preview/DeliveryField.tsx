import { Checkbox, NumberField } from '@backstage/ui';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { CanaryPicture } from './CanaryPicture';
import { FieldFindings } from './FieldFindings';
import {
  DEFAULT_ANALYSIS,
  DEFAULT_DELIVERY,
  type DeliveryData,
  type StepData,
} from './formData';
import { ProofFrame } from './ProofFrame';
import { StepEditor } from './StepEditor';
import { formOf, type PageFieldProps, useDefaults } from './useField';
import styles from './Fields.module.css';

/** Page 3: how a new version arrives. */
export function DeliveryField(props: PageFieldProps<DeliveryData | undefined>) {
  const t = useT();
  const isEmpty = !props.formData?.steps || props.formData.steps.length === 0;
  const value = isEmpty || !props.formData ? DEFAULT_DELIVERY : props.formData;
  useDefaults(props.onChange, value, isEmpty);
  const set = (patch: Partial<DeliveryData>) =>
    props.onChange({ ...value, ...patch });
  const { analysis } = value;
  const setAnalysis = (patch: Partial<NonNullable<DeliveryData['analysis']>>) =>
    set({ analysis: { ...(analysis ?? DEFAULT_ANALYSIS), ...patch } });
  const setSteps = (steps: readonly StepData[]) =>
    set({
      steps,
      analysis: steps.some(step => 'analysis' in step)
        ? analysis ?? DEFAULT_ANALYSIS
        : analysis,
    });
  const used = value.steps.some(step => 'analysis' in step);
  return (
    <ProofFrame form={formOf(props, 'delivery')}>
      {({ proof }) => (
        <>
          <Panel
            title={t('create.delivery.title')}
            aside={<Label>{t('create.delivery.first')}</Label>}
          >
            <CanaryPicture steps={value.steps} analysis={analysis} />
            <StepEditor steps={value.steps} onChange={setSteps} />
            <FieldFindings proof={proof} path="delivery" />
          </Panel>
          <Panel
            title={t('create.analysis.title')}
            aside={<Label>{t('create.analysis.hint')}</Label>}
          >
            <Checkbox
              isSelected={used}
              onChange={on =>
                setSteps(
                  on
                    ? [...value.steps, { analysis: true as const }]
                    : value.steps.filter(step => !('analysis' in step)),
                )
              }
            >
              {t('create.analysis.use')}
            </Checkbox>
            {used ? (
              <div className={styles.fields}>
                <NumberField
                  label={t('create.analysis.successRate')}
                  minValue={0}
                  maxValue={1}
                  step={0.001}
                  formatOptions={{ maximumFractionDigits: 4 }}
                  value={(analysis ?? DEFAULT_ANALYSIS).successRate}
                  onChange={successRate => setAnalysis({ successRate })}
                />
                <NumberField
                  label={t('create.analysis.latency')}
                  minValue={1}
                  value={(analysis ?? DEFAULT_ANALYSIS).p95LatencyMs}
                  onChange={p95LatencyMs => setAnalysis({ p95LatencyMs })}
                />
                <NumberField
                  label={t('create.analysis.count')}
                  minValue={1}
                  value={(analysis ?? DEFAULT_ANALYSIS).count}
                  onChange={count => setAnalysis({ count })}
                />
                <NumberField
                  label={t('create.analysis.misses')}
                  minValue={0}
                  value={(analysis ?? DEFAULT_ANALYSIS).failureLimit}
                  onChange={failureLimit => setAnalysis({ failureLimit })}
                />
              </div>
            ) : null}
          </Panel>
        </>
      )}
    </ProofFrame>
  );
}
