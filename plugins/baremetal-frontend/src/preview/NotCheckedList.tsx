import type { NotChecked } from '@baremetal/backstage-plugin-baremetal-common';
import { useT } from '../ui/useT';
import { Fold } from './Fold';
import styles from './ProofPanel.module.css';

/** What is said without asking for it; more, and it would push away what could be checked. */
const AT_ONCE = 3;

/** Rules that could not look, and why. A platform that does not answer leaves many: they are folded, and counted. */
export function NotCheckedList(props: { notChecked: readonly NotChecked[] }) {
  const t = useT();
  const { notChecked } = props;
  const ids = [...new Set(notChecked.map(({ id }) => id))];
  const lines = ids.map(id => (
    <p key={id} className={styles.note}>
      {t('create.proof.notChecked', {
        id,
        reason: notChecked
          .filter(each => each.id === id)
          .map(({ reason }) => reason)
          .join('; '),
      })}
    </p>
  ));
  if (lines.length <= AT_ONCE) return <>{lines}</>;
  return (
    <Fold
      title={t('create.proof.unchecked')}
      now={t('create.proof.uncheckedCount', { count: lines.length })}
    >
      {lines}
    </Fold>
  );
}
