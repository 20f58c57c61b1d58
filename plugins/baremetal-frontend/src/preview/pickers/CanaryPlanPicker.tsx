import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { infer as Infer } from 'zod/v3';
import { useT } from '../../ui/useT';
import { DEFAULT_ANALYSIS, DEFAULT_STEPS } from '../defaults';
import { CanaryPlanEditor } from '../delivery/CanaryPlanEditor';
import type { PodsOfPicture } from '../delivery/CanaryPicture';
import { FieldCard } from '../FieldCard';
import type { StepData } from '../formData';
import { useDefaults } from '../useField';
import { canaryOptions } from './canaryOptions';
import { OptionsProblem } from './OptionsProblem';
import { readOptions } from './options';
import styles from '../Fields.module.css';

type Options = Infer<typeof canaryOptions>;
type Props = FieldExtensionComponentProps<readonly StepData[] | undefined>;

/** The steps of a canary as a picture over time and as a list. It asks no cluster: a plan fits or not by its rules. */
export function CanaryPlanPicker(props: Props) {
  const read = readOptions(canaryOptions, props.uiSchema);
  return read.ok ? (
    <Plan {...props} options={read.options} />
  ) : (
    <OptionsProblem field="CanaryPlanEditor" problem={read.problem} />
  );
}

function Plan(props: Props & { options: Options }) {
  const t = useT();
  const { schema, options, onChange, formData = [] } = props;
  const isEmpty = formData.length === 0;
  const steps = isEmpty ? DEFAULT_STEPS : formData;
  useDefaults(onChange, steps, isEmpty);
  const { count = DEFAULT_ANALYSIS.count, interval } = options;
  const analysis = {
    ...DEFAULT_ANALYSIS,
    count,
    interval: interval ?? DEFAULT_ANALYSIS.interval,
  };
  return (
    <FieldCard
      title={schema.title ?? t('create.delivery.steps')}
      description={schema.description}
    >
      <CanaryPlanEditor
        value={{ analysis }}
        steps={steps}
        pods={podsOf(options)}
        onSteps={onChange}
      />
      <span className={styles.hint}>{t('create.pickers.planOnly')}</span>
    </FieldCard>
  );
}

function podsOf(options: Options): PodsOfPicture | undefined {
  const { replicas, environment, routed } = options;
  if (replicas === undefined || environment === undefined) return undefined;
  return {
    environment,
    replicas,
    division: routed
      ? { by: 'router', shrinks: false }
      : { by: 'pods', maxSurge: Math.ceil(replicas / 4) },
    peak: undefined,
  };
}
