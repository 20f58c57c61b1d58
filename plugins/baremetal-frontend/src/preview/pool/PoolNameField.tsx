import { TextField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useT } from '../../ui/useT';
import { FieldCard } from '../FieldCard';
import { FieldFindings } from '../FieldFindings';
import { usePoolProof } from './PoolProofContext';
import styles from '../Fields.module.css';

/** What the pool is called. */
export function PoolNameField(
  props: FieldExtensionComponentProps<string | undefined>,
) {
  const t = useT();
  const { proof } = usePoolProof();
  const { schema, formData, onChange, required } = props;
  const title = schema.title ?? t('create.pool.name');
  return (
    <FieldCard
      title={title}
      description={schema.description}
      required={required}
    >
      <div className={styles.narrow}>
        <TextField
          aria-label={title}
          value={formData ?? ''}
          onChange={onChange}
        />
        {formData ? <FieldFindings proof={proof} path="name" /> : null}
      </div>
    </FieldCard>
  );
}
