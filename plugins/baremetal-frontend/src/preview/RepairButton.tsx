import { Button } from '@backstage/ui';
import type {
  AnswerChange,
  Finding,
} from '@baremetal/backstage-plugin-baremetal-common';
import { type Translate, useT } from '../ui/useT';
import { pageOf } from './pages';
import { placeOf } from './placeOf';
import styles from './ProofPanel.module.css';

/** Makes the change that does away with a finding, or says on which page it is made. */
export function RepairButton(props: {
  finding: Finding;
  /** Absent where the page that is open cannot make it. */
  onRepair: (() => void) | undefined;
}) {
  const t = useT();
  const { finding, onRepair } = props;
  const { id, path, repair } = finding;
  const last = repair?.[repair.length - 1];
  if (last === undefined) return null;
  if (onRepair === undefined) {
    return (
      <p className={styles.fix}>
        {t('create.repair.elsewhere', {
          page: t(`create.page.${pageOf(last.path)}`),
        })}
      </p>
    );
  }
  const what = wordsOf(last, t);
  return (
    <Button
      size="small"
      variant="secondary"
      className={styles.repair}
      aria-label={t('create.repair.label', {
        what,
        place: placeOf(path, t),
        id,
      })}
      onPress={onRepair}
    >
      {what}
    </Button>
  );
}

function wordsOf({ value }: AnswerChange, t: Translate): string {
  switch (typeof value) {
    case 'number':
      return t('create.repair.set', { value: String(value) });
    case 'string':
      return t('create.repair.take', { value });
    case 'boolean':
      return value ? t('create.repair.on') : t('create.repair.off');
    default:
      return t('create.repair.leaveOut');
  }
}
