import { defaultRuntime, DEFAULT_JOB } from '../defaults';
import type { EnvironmentData, RuntimeData } from '../formData';
import { ProofFrame } from '../ProofFrame';
import type { TemplateOptions } from '../templateOptions';
import type { ReadyProof } from '../useLiveProof';
import { formOf, type PageFieldProps, useDefaults } from '../useField';
import { DataSection } from './DataSection';
import { JobSection } from './JobSection';
import { MoreSection } from './MoreSection';
import { SizeSection } from './SizeSection';
import { WhereSection } from './WhereSection';

/** Page 2: where it runs, when, how much it gets, what data it keeps. */
export function RuntimeField(props: PageFieldProps<RuntimeData | undefined>) {
  const form = formOf(props, 'runtime');
  return (
    <ProofFrame form={form} page="runtime" onRepair={props.onChange}>
      {ready => (
        <Sections
          value={props.formData}
          onChange={props.onChange}
          service={form.identity?.name ?? ''}
          template={form.template}
          ready={ready}
        />
      )}
    </ProofFrame>
  );
}

function Sections(props: {
  value: RuntimeData | undefined;
  onChange: (value: RuntimeData) => void;
  service: string;
  template: TemplateOptions;
  ready: ReadyProof;
}) {
  const { service, template } = props;
  const { platform, live, proof } = props.ready;
  const isEmpty = !props.value?.environments?.length;
  const value =
    isEmpty || !props.value ? defaultRuntime(platform, template) : props.value;
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
      <WhereSection
        value={value}
        template={template}
        platform={platform}
        live={live}
        proof={proof}
        onChange={set}
      />
      {template.archetype === 'job' ? (
        <JobSection
          value={value.job ?? DEFAULT_JOB}
          proof={proof}
          onChange={job => set({ job })}
        />
      ) : null}
      <SizeSection
        value={value}
        service={service}
        archetype={template.archetype}
        platform={platform}
        proof={proof}
        onChange={set}
        onEnvironment={setEnvironment}
      />
      <DataSection
        value={value}
        template={template}
        platform={platform}
        live={live}
        proof={proof}
        onChange={set}
        onEnvironment={setEnvironment}
      />
      {/* Nobody asks a job whether it is ready, and it ends by itself. */}
      {template.archetype === 'job' ? null : (
        <MoreSection value={value} proof={proof} onChange={set} />
      )}
    </>
  );
}
