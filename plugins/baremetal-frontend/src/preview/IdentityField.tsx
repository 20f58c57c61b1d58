import { Select, TextAreaField, TextField } from '@backstage/ui';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { FieldFindings } from './FieldFindings';
import type { IdentityData } from './formData';
import { NameInCatalog } from './NameInCatalog';
import { NameOnClusters } from './NameOnClusters';
import { ProofFrame } from './ProofFrame';
import { findingsAt, type Proof } from './prove';
import { useCatalogChoices } from './useCatalogChoices';
import { formOf, type PageFieldProps } from './useField';
import styles from './Fields.module.css';

/** Page 1: what the service is called, what it does, and whose it is. */
export function IdentityField(props: PageFieldProps<IdentityData | undefined>) {
  const t = useT();
  const form = formOf(props, 'identity');
  const value = props.formData ?? {};
  const set = (patch: Partial<IdentityData>) =>
    props.onChange({ ...value, ...patch });
  const owners = useCatalogChoices('Group');
  const systems = useCatalogChoices('System');
  return (
    <ProofFrame form={form} page="identity" onRepair={props.onChange}>
      {({ proof }) => (
        <Panel title={t('create.identity.title')}>
          <div className={styles.narrow}>
            <TextField
              label={t('create.identity.name')}
              description={t('create.identity.nameHint')}
              isRequired
              value={value.name ?? ''}
              onChange={name => set({ name })}
            />
            {value.name ? <FieldFindings proof={proof} path="name" /> : null}
            {form.template.existing ? null : (
              <Taken name={nameIn(value, proof)} />
            )}
            <Select
              label={t('create.identity.owner')}
              isRequired
              searchable
              options={owners}
              value={value.owner ?? null}
              onChange={key =>
                set({ owner: key === null ? undefined : String(key) })
              }
            />
            <Select
              label={t('create.identity.system')}
              searchable
              options={systems}
              value={value.system ?? null}
              onChange={key =>
                set({ system: key === null ? undefined : String(key) })
              }
            />
            <TextAreaField
              label={t('create.identity.description')}
              description={t('create.identity.descriptionHint')}
              value={value.description ?? ''}
              onChange={description => set({ description })}
            />
          </div>
        </Panel>
      )}
    </ProofFrame>
  );
}

/** What has the name already. */
function Taken({ name }: { name: string | undefined }) {
  return (
    <div className={styles.facts}>
      <NameInCatalog name={name} />
      <NameOnClusters name={name} />
    </div>
  );
}

/** What nothing can be called need not be looked for. */
function nameIn({ name }: IdentityData, proof: Proof): string | undefined {
  return name && findingsAt(proof, 'name').length === 0 ? name : undefined;
}
