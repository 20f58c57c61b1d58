import { TextField } from '@backstage/ui';
import {
  parseMillicores,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { infer as Infer } from 'zod/v3';
import { useT } from '../../ui/useT';
import { FieldCard } from '../FieldCard';
import { HardwareClassTiles } from '../runtime/HardwareClassTiles';
import { useFit } from '../useLiveProof';
import { hardwareClassOptions } from './hardwareClassOptions';
import { MachinesKnown } from './MachinesKnown';
import { OptionsProblem } from './OptionsProblem';
import { environmentsOf, questionTo, readOptions } from './options';
import { PlatformStates } from './PlatformStates';
import styles from '../Fields.module.css';

type Options = Infer<typeof hardwareClassOptions>;
type Props = FieldExtensionComponentProps<string | undefined>;

/** A hardware class among those that have machines; where the template allows it, one that is still to come. */
export function HardwareClassPicker(props: Props) {
  const read = readOptions(hardwareClassOptions, props.uiSchema);
  if (!read.ok) {
    return (
      <OptionsProblem field="HardwareClassPicker" problem={read.problem} />
    );
  }
  return (
    <PlatformStates>
      {platform => (
        <Choice {...props} platform={platform} options={read.options} />
      )}
    </PlatformStates>
  );
}

function Choice(props: Props & { platform: PlatformFacts; options: Options }) {
  const t = useT();
  const { platform, options, schema, required } = props;
  const { cpu, memory, mayBeNew } = options;
  const environments = environmentsOf(
    options,
    props.formContext?.formData,
    platform,
  );
  const fit = useFit(
    questionTo(environments, {
      cpuMillis: parseMillicores(cpu ?? '') ?? 0,
      memoryBytes: parseQuantity(memory ?? '') ?? 0,
    }),
  );
  const value = props.formData ?? '';
  // What is emptied is not answered.
  const change = (name: string) => props.onChange(name || undefined);
  return (
    <FieldCard
      title={schema.title ?? t('create.runtime.hardwareClass')}
      description={schema.description}
      required={required}
    >
      <HardwareClassTiles
        platform={platform}
        live={fit.answer}
        value={value}
        onChange={change}
        environments={environments}
        counted={cpu || memory ? 'room' : 'machines'}
        mayBeNew={mayBeNew}
      />
      {mayBeNew ? (
        <div className={styles.narrow}>
          <TextField
            label={t('create.pickers.className')}
            description={t('create.pickers.classNameHint')}
            value={value}
            onChange={change}
          />
        </div>
      ) : null}
      <MachinesKnown
        hardwareClass={value}
        environments={environments}
        live={fit.answer}
        failure={fit.failure}
      />
    </FieldCard>
  );
}
