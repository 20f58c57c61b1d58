import { Checkbox, TextField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { DEFAULT_MIGRATION } from '../defaults';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { MigrationData } from '../formData';
import type { Proof } from '../prove';
import { TextList } from '../TextList';
import styles from '../Fields.module.css';

/** What changes the database before a new version starts. */
export function MigrationFold(props: {
  value: MigrationData | undefined;
  proof: Proof;
  onChange: (value: MigrationData | undefined) => void;
}) {
  const t = useT();
  const { value, proof, onChange } = props;
  return (
    <div>
      <Fold
        title={t('create.migration.title')}
        now={value ? value.command.join(' ') : t('create.migration.none')}
        open={value !== undefined}
      >
        <Checkbox
          isSelected={value !== undefined}
          onChange={on => onChange(on ? DEFAULT_MIGRATION : undefined)}
        >
          {t('create.migration.use')}
        </Checkbox>
        {value ? (
          <>
            <div className={styles.fields}>
              <TextList
                label={t('create.migration.command')}
                description={t('create.migration.commandHint')}
                value={value.command}
                onChange={command => onChange({ ...value, command })}
              />
              <TextField
                label={t('create.migration.timeout')}
                description={t('create.durationHint')}
                value={value.timeout}
                onChange={timeout => onChange({ ...value, timeout })}
              />
            </div>
            <Checkbox
              isSelected={value.expandContract}
              onChange={expandContract =>
                onChange({ ...value, expandContract })
              }
            >
              {t('create.migration.expandContract')}
            </Checkbox>
          </>
        ) : null}
      </Fold>
      <FieldFindings proof={proof} path="migration" />
    </div>
  );
}
