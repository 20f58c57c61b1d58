import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useT } from '../../ui/useT';
import { FieldCard } from '../FieldCard';
import { FieldFindings } from '../FieldFindings';
import { TextList } from '../TextList';
import { usePoolProof } from './PoolProofContext';

/** Images that are pulled beforehand, one on each line. */
export function PoolImagesField(
  props: FieldExtensionComponentProps<readonly string[] | undefined>,
) {
  const t = useT();
  const { proof } = usePoolProof();
  const { schema, formData = [], onChange } = props;
  return (
    <FieldCard
      title={schema.title ?? t('create.pool.images.title')}
      description={schema.description}
    >
      <TextList
        label={t('create.pool.images.list')}
        value={formData}
        onChange={onChange}
      />
      <FieldFindings proof={proof} path="images" />
    </FieldCard>
  );
}
