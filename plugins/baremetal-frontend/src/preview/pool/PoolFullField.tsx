import { NumberField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useT } from '../../ui/useT';
import { FieldCard } from '../FieldCard';
import { FieldFindings } from '../FieldFindings';
import { usePoolProof } from './PoolProofContext';
import styles from '../Fields.module.css';

const DEFAULT = 0.85;

/** From which share on somebody is told that the pool is full. */
export function PoolFullField(
  props: FieldExtensionComponentProps<number | undefined>,
) {
  const t = useT();
  const { proof } = usePoolProof();
  const { schema, formData = DEFAULT, onChange } = props;
  return (
    <FieldCard
      title={schema.title ?? t('create.pool.full.title')}
      description={schema.description}
    >
      <div className={styles.short}>
        <NumberField
          label={t('create.pool.full.share')}
          minValue={0.5}
          maxValue={1}
          step={0.01}
          formatOptions={{ style: 'percent' }}
          value={formData}
          onChange={onChange}
        />
      </div>
      <FieldFindings proof={proof} path="fullAt" />
    </FieldCard>
  );
}
