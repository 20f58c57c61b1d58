import { Button } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { RiAddLine } from '@remixicon/react';
import { useT } from '../../ui/useT';
import { FieldCard } from '../FieldCard';
import { PoolClass, type PoolClassData } from './PoolClass';
import { usePoolProof } from './PoolProofContext';

/** As many as the pool's answers allow. */
const MOST = 10;
const NEW: PoolClassData = {
  name: '',
  storagePool: '',
  copies: 2,
  remoteAccess: true,
  reclaim: 'Delete',
};

/** The storage classes of the pool, one below the other. */
export function PoolClassesField(
  props: FieldExtensionComponentProps<readonly PoolClassData[] | undefined>,
) {
  const t = useT();
  const { platform, proof } = usePoolProof();
  const { schema, formData = [], onChange } = props;
  return (
    <FieldCard
      title={schema.title ?? t('create.pool.classes')}
      description={schema.description}
    >
      {formData.map((value, i) => (
        <PoolClass
          // A class has no identity but its place while its name is typed.
          // eslint-disable-next-line react/no-array-index-key
          key={i}
          value={value}
          number={i + 1}
          platform={platform}
          proof={proof}
          onChange={next =>
            onChange(formData.map((old, other) => (other === i ? next : old)))
          }
          onRemove={() => onChange(formData.filter((_, other) => other !== i))}
        />
      ))}
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={formData.length >= MOST}
          onPress={() => onChange([...formData, NEW])}
        >
          {t('create.pool.class.add')}
        </Button>
      </div>
    </FieldCard>
  );
}
