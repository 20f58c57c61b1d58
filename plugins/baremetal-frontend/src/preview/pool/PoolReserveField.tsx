import { Checkbox, NumberField, TextField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { PoolAnswers } from '@baremetal/golden-path';
import { useT } from '../../ui/useT';
import { FieldCard } from '../FieldCard';
import { FieldFindings } from '../FieldFindings';
import { answeredFindings } from './answeredFindings';
import { usePoolProof } from './PoolProofContext';
import cards from '../FieldCard.module.css';
import styles from '../Fields.module.css';

type Reserve = Partial<Readonly<NonNullable<PoolAnswers['reserve']>>>;

/** Room that is kept free; none while it is turned off. */
export function PoolReserveField(
  props: FieldExtensionComponentProps<Reserve | undefined>,
) {
  const t = useT();
  const { proof } = usePoolProof();
  const { schema, formData = {}, onChange } = props;
  const kept = Object.values(formData).some(each => each !== undefined);
  const set = (patch: Reserve) => onChange({ ...formData, ...patch });
  return (
    <FieldCard
      title={schema.title ?? t('create.pool.reserve.title')}
      description={schema.description}
    >
      <Checkbox
        isSelected={kept}
        onChange={on => onChange(on ? { nodes: 1, cpu: '', memory: '' } : {})}
      >
        {t('create.pool.reserve.keep')}
      </Checkbox>
      {kept ? (
        <div className={`${styles.fields} ${cards.aligned}`}>
          <NumberField
            label={t('create.pool.reserve.nodes')}
            minValue={1}
            value={formData.nodes ?? 1}
            onChange={nodes => set({ nodes })}
          />
          <TextField
            label={t('create.pool.reserve.cpu')}
            description={t('create.pool.reserve.cpuHint')}
            value={formData.cpu ?? ''}
            onChange={cpu => set({ cpu })}
          />
          <TextField
            label={t('create.pool.reserve.memory')}
            description={t('create.pool.reserve.memoryHint')}
            value={formData.memory ?? ''}
            onChange={memory => set({ memory })}
          />
        </div>
      ) : null}
      <FieldFindings proof={answeredFindings(proof)} path="reserve" />
    </FieldCard>
  );
}
