import {
  ButtonIcon,
  Checkbox,
  NumberField,
  Select,
  TextField,
} from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { PoolAnswers } from '@baremetal/golden-path';
import { RiDeleteBinLine } from '@remixicon/react';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import { answeredFindings } from './answeredFindings';
import type { PoolProof } from './poolProof';
import cards from '../FieldCard.module.css';
import styles from '../Fields.module.css';

export type PoolClassData = Readonly<
  NonNullable<PoolAnswers['storageClasses']>[number]
>;

const RECLAIMS = ['Delete', 'Retain'] as const;

/** One storage class: where its copies lie, how many there are, and what becomes of them. */
export function PoolClass(props: {
  value: PoolClassData;
  number: number;
  platform: PlatformFacts;
  proof: PoolProof;
  onChange: (value: PoolClassData) => void;
  onRemove: () => void;
}) {
  const t = useT();
  const { value, number, platform, proof, onChange } = props;
  const set = (patch: Partial<PoolClassData>) =>
    onChange({ ...value, ...patch });
  const title = t('create.pool.class.nth', { number });
  return (
    <div className={cards.entry} role="group" aria-label={title}>
      <div className={cards.entryHead}>
        <b>{title}</b>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiDeleteBinLine />}
          aria-label={t('create.pool.class.remove', { number })}
          onPress={props.onRemove}
        />
      </div>
      <div className={`${styles.fields} ${cards.aligned}`}>
        <TextField
          label={t('create.pool.class.name')}
          value={value.name ?? ''}
          onChange={name => set({ name })}
        />
        <TextField
          label={t('create.pool.class.storagePool')}
          description={t('create.pool.class.storagePoolHint')}
          value={value.storagePool ?? ''}
          onChange={storagePool => set({ storagePool })}
        />
        <NumberField
          label={t('create.pool.class.copies')}
          minValue={1}
          maxValue={10}
          value={value.copies ?? 2}
          onChange={copies => set({ copies })}
        />
        <TextField
          label={t('create.pool.class.differentBy')}
          description={t('create.pool.class.differentByHint')}
          placeholder={platform.domainLabel}
          value={value.differentBy ?? ''}
          onChange={differentBy => set({ differentBy })}
        />
        <Select
          label={t('create.pool.class.reclaim')}
          options={RECLAIMS.map(id => ({
            id,
            label: t(`create.pool.class.reclaims.${id}`),
          }))}
          value={value.reclaim ?? 'Delete'}
          onChange={key =>
            set({ reclaim: RECLAIMS.find(known => known === key) })
          }
        />
      </div>
      <Checkbox
        isSelected={value.remoteAccess ?? true}
        onChange={remoteAccess => set({ remoteAccess })}
      >
        {t('create.pool.class.remoteAccess')}
      </Checkbox>
      <FieldFindings
        proof={answeredFindings(proof)}
        path={`storageClasses.${number - 1}`}
      />
    </div>
  );
}
