import { workloadKindOf } from '@baremetal/golden-path';
import { defaultDelivery } from '../defaults';
import type { DeliveryData } from '../formData';
import { ProofFrame } from '../ProofFrame';
import { formOf, type PageFieldProps, useDefaults } from '../useField';
import { AnalysisSection } from './AnalysisSection';
import { ArrivalSection } from './ArrivalSection';
import { ExposureSection } from './ExposureSection';
import { MoreSection } from './MoreSection';

/** Page 3: how a new version arrives, who reaches the service, and what it promises. */
export function DeliveryField(props: PageFieldProps<DeliveryData | undefined>) {
  const form = formOf(props, 'delivery');
  const { archetype, shape = 'nothing' } = form.template;
  const isEmpty = !isAnswered(props.formData);
  const value =
    isEmpty || !props.formData
      ? defaultDelivery(form.template)
      : props.formData;
  useDefaults(props.onChange, value, isEmpty);
  const set = (patch: Partial<DeliveryData>) =>
    props.onChange({ ...value, ...patch });
  const measures =
    workloadKindOf({
      archetype,
      data: { shape: form.runtime?.data.shape ?? shape },
      delivery: { strategy: value.strategy ?? 'canary' },
    }) === 'Rollout';
  const shown = { ...form, delivery: value };
  return (
    <ProofFrame form={form} page="delivery" onRepair={props.onChange}>
      {({ platform, proof }) => (
        <>
          <ArrivalSection
            form={shown}
            value={value}
            platform={platform}
            proof={proof}
            onChange={set}
          />
          {measures ? <AnalysisSection value={value} onChange={set} /> : null}
          {archetype === 'service' ? (
            <ExposureSection
              form={shown}
              value={value}
              platform={platform}
              proof={proof}
              onChange={set}
            />
          ) : null}
          <MoreSection
            value={value}
            archetype={archetype}
            proof={proof}
            onChange={set}
          />
        </>
      )}
    </ProofFrame>
  );
}

/** The stepper fills in empty lists by itself; they are no answers. */
function isAnswered(value: DeliveryData | undefined): boolean {
  if (value?.strategy === undefined) return (value?.steps?.length ?? 0) > 0;
  return value.strategy !== 'canary' || (value.steps?.length ?? 0) > 0;
}
