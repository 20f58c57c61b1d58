import { Select, TextField } from '@backstage/ui';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { FieldFindings } from './FieldFindings';
import type { RepositoryData } from './formData';
import { PackagingSection } from './PackagingSection';
import { ProofFrame } from './ProofFrame';
import { formOf, type PageFieldProps, useDefaults } from './useField';
import type { ReadyProof } from './useLiveProof';
import { WarningsSection } from './WarningsSection';
import styles from './Fields.module.css';

/** Page 4: where the repository is made, and which warnings are accepted. Nothing is made before the review. */
export function RepositoryField(
  props: PageFieldProps<RepositoryData | undefined>,
) {
  const form = formOf(props, 'repository');
  return (
    <ProofFrame form={form} page="repository" onRepair={props.onChange}>
      {ready => (
        <Sections
          {...props}
          ready={ready}
          service={form.identity?.name ?? ''}
          existing={form.template.existing}
        />
      )}
    </ProofFrame>
  );
}

function Sections(
  props: PageFieldProps<RepositoryData | undefined> & {
    ready: ReadyProof;
    service: string;
    existing?: true;
  },
) {
  const t = useT();
  const { platform, proof } = props.ready;
  const isEmpty = !props.formData?.host;
  const value: RepositoryData = isEmpty
    ? {
        host: platform.gitHost,
        owner: platform.gitOwners[0],
        name: props.service,
        packaging: 'kustomize',
        acknowledged: [],
      }
    : props.formData ?? {};
  useDefaults(props.onChange, value, isEmpty);
  const set = (patch: Partial<RepositoryData>) =>
    props.onChange({ ...value, ...patch });
  return (
    <>
      <Panel title={t('create.repository.title')}>
        <div className={styles.narrow}>
          <TextField
            label={t('create.repository.host')}
            value={value.host ?? ''}
            isReadOnly
          />
          <Select
            label={t('create.repository.owner')}
            options={platform.gitOwners.map(name => ({
              value: name,
              label: name,
            }))}
            value={value.owner ?? null}
            onChange={key => set({ owner: String(key) })}
          />
          <TextField
            label={t('create.repository.name')}
            isRequired
            value={value.name ?? ''}
            onChange={name => set({ name })}
            description={props.existing && t('create.repository.branchHint')}
          />
          <FieldFindings proof={proof} path="repo" />
        </div>
      </Panel>
      <PackagingSection
        value={value.packaging ?? 'kustomize'}
        proof={proof}
        onChange={packaging => set({ packaging })}
      />
      <WarningsSection
        proof={proof}
        acknowledged={value.acknowledged ?? []}
        onChange={acknowledged => set({ acknowledged })}
      />
    </>
  );
}
