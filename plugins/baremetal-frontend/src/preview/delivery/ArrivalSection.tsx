import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { workloadKindOf } from '@baremetal/golden-path';
import { Label } from '../../ui/Mono';
import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import { DEFAULT_ANALYSIS, DEFAULT_STEPS } from '../defaults';
import { FieldFindings } from '../FieldFindings';
import type { CreateFormData, DeliveryData, Strategy } from '../formData';
import type { Proof } from '../prove';
import { PLAIN_SERVICE } from '../templateOptions';
import { TileGroup } from '../TileGroup';
import { AbFields } from './AbFields';
import { BlueGreenFields } from './BlueGreenFields';
import { CanaryPlanEditor } from './CanaryPlanEditor';
import { podsOfPicture } from './podsOfPicture';
import { RollingFields } from './RollingFields';
import { withSteps } from './withSteps';

const STRATEGIES: readonly Strategy[] = [
  'canary',
  'blueGreen',
  'ab',
  'rolling',
];

/** How a new version arrives: a choice where there are requests to divide, and a sentence where there are none. */
export function ArrivalSection(props: {
  form: CreateFormData;
  value: DeliveryData;
  platform: PlatformFacts;
  proof: Proof;
  onChange: (patch: Partial<DeliveryData>) => void;
}) {
  const t = useT();
  const { form, value, proof, onChange } = props;
  const { archetype, shape = 'nothing' } = form.template ?? PLAIN_SERVICE;
  const strategy = value.strategy ?? 'canary';
  const kind = workloadKindOf({
    archetype,
    data: { shape: form.runtime?.data.shape ?? shape },
    delivery: { strategy },
  });
  const chooses =
    kind === 'Rollout' || (kind === 'Deployment' && archetype === 'service');
  return (
    <Panel
      title={t('create.delivery.title')}
      aside={
        <Label>
          {t(
            chooses ? 'create.delivery.first' : `create.delivery.only.${kind}`,
          )}
        </Label>
      }
    >
      {chooses ? (
        <>
          <TileGroup
            label={t('create.delivery.strategy')}
            value={strategy}
            choices={STRATEGIES.map(name => ({
              value: name,
              title: t(`create.strategy.${name}.title`),
              words: t(`create.strategy.${name}.words`),
            }))}
            onChange={next => onChange(ofStrategy(next, value))}
          />
          <Details {...props} strategy={strategy} />
        </>
      ) : null}
      {!chooses && kind === 'Deployment' ? (
        <RollingFields value={value} onChange={onChange} />
      ) : null}
      <FieldFindings proof={proof} path="delivery" />
    </Panel>
  );
}

function Details(props: {
  form: CreateFormData;
  value: DeliveryData;
  platform: PlatformFacts;
  proof: Proof;
  strategy: Strategy;
  onChange: (patch: Partial<DeliveryData>) => void;
}) {
  const { form, value, platform, proof, strategy, onChange } = props;
  switch (strategy) {
    case 'canary':
      return (
        <CanaryPlanEditor
          value={value}
          steps={value.steps ?? DEFAULT_STEPS}
          pods={podsOfPicture(form, platform, proof)}
          onSteps={steps => onChange(withSteps(value, steps))}
          onChange={onChange}
        />
      );
    case 'blueGreen':
      return (
        <BlueGreenFields
          value={value.blueGreen}
          onChange={blueGreen => onChange({ blueGreen })}
        />
      );
    case 'ab':
      return (
        <AbFields
          value={value.ab}
          exposure={value.exposure?.kind ?? 'clusterOnly'}
          onChange={ab => onChange({ ab })}
        />
      );
    case 'rolling':
      return <RollingFields value={value} onChange={onChange} />;
  }
}

/** What another strategy needs is asked from its defaults on; what it has no use for is not answered. */
function ofStrategy(
  strategy: Strategy,
  { analysis }: DeliveryData,
): Partial<DeliveryData> {
  const measures = strategy !== 'rolling';
  return {
    strategy,
    analysis: measures ? analysis ?? DEFAULT_ANALYSIS : undefined,
    steps: strategy === 'canary' ? DEFAULT_STEPS : undefined,
    blueGreen: undefined,
    ab: undefined,
    dynamicStableScale: undefined,
  };
}
