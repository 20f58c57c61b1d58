import { Checkbox } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { Proof } from '../prove';
import styles from '../Fields.module.css';

/** Whether somebody watches what the pods use and says what they should ask for. */
export function RecommendationsFold(props: {
  value: boolean;
  proof: Proof;
  onChange: (value: boolean) => void;
}) {
  const t = useT();
  const { value, proof, onChange } = props;
  return (
    <div>
      <Fold
        title={t('create.recommendations.title')}
        now={t(`create.recommendations.${value ? 'some' : 'none'}`)}
        open={value}
      >
        <Checkbox isSelected={value} onChange={onChange}>
          {t('create.recommendations.use')}
        </Checkbox>
        <span className={styles.hint}>{t('create.recommendations.hint')}</span>
      </Fold>
      <FieldFindings proof={proof} path="recommendations" />
    </div>
  );
}
