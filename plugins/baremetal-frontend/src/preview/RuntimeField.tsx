import { NumberField } from '@backstage/ui';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { DataSection } from './DataSection';
import { FieldFindings } from './FieldFindings';
import {
  defaultRuntime,
  type EnvironmentData,
  type RuntimeData,
} from './formData';
import { HardwareClassTiles } from './HardwareClassTiles';
import { ProofFrame, type ReadyProof } from './ProofFrame';
import { SizeGrid } from './SizeGrid';
import { formOf, type PageFieldProps, useDefaults } from './useField';
import styles from './Fields.module.css';

/** Page 2: where it runs, how much it gets, what data it keeps. */
export function RuntimeField(props: PageFieldProps<RuntimeData | undefined>) {
  return (
    <ProofFrame form={formOf(props, 'runtime')}>
      {ready => <Sections {...props} ready={ready} />}
    </ProofFrame>
  );
}

function Sections(
  props: PageFieldProps<RuntimeData | undefined> & { ready: ReadyProof },
) {
  const t = useT();
  const { platform, live, proof } = props.ready;
  const isEmpty =
    props.formData?.environments === undefined ||
    props.formData.environments.length === 0;
  const value =
    isEmpty || !props.formData ? defaultRuntime(platform) : props.formData;
  useDefaults(props.onChange, value, isEmpty);
  const set = (patch: Partial<RuntimeData>) =>
    props.onChange({ ...value, ...patch });
  const setEnvironment = (name: string, patch: Partial<EnvironmentData>) =>
    set({
      environments: value.environments.map(environment =>
        environment.name === name ? { ...environment, ...patch } : environment,
      ),
    });
  return (
    <>
      <Panel
        title={t('create.runtime.where')}
        aside={<Label>{t('create.runtime.whereHint')}</Label>}
      >
        <HardwareClassTiles
          platform={platform}
          live={live}
          value={value.hardwareClass}
          onChange={hardwareClass => set({ hardwareClass })}
        />
        <FieldFindings proof={proof} path="hardwareClass" />
        <div className={styles.short}>
          <NumberField
            label={t('create.runtime.port')}
            minValue={1}
            maxValue={65535}
            formatOptions={{ useGrouping: false }}
            value={value.port}
            onChange={port => set({ port })}
          />
          <FieldFindings proof={proof} path="port" />
        </div>
      </Panel>
      <Panel
        title={t('create.runtime.size')}
        aside={<Label>{t('create.runtime.sizeHint')}</Label>}
      >
        <SizeGrid
          environments={value.environments}
          proof={proof}
          onChange={setEnvironment}
        />
        <div className={styles.short}>
          <NumberField
            label={t('create.runtime.disruption')}
            description={t('create.runtime.disruptionHint')}
            minValue={0}
            value={value.disruption.maxUnavailable ?? 0}
            onChange={maxUnavailable => set({ disruption: { maxUnavailable } })}
          />
          <FieldFindings proof={proof} path="disruption" />
        </div>
      </Panel>
      <DataSection
        value={value}
        platform={platform}
        live={live}
        proof={proof}
        onChange={set}
        onEnvironment={setEnvironment}
      />
    </>
  );
}
