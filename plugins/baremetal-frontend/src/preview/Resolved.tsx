import type { ServicePlan } from '@baremetal/golden-path';
import { useT } from '../ui/useT';
import { Fold } from './Fold';
import styles from './ProofPanel.module.css';

/** What the engine settled by itself: good to know, and nothing to do. */
export function Resolved(props: { resolved: ServicePlan['autoResolved'] }) {
  const t = useT();
  const { resolved } = props;
  return (
    <Fold
      title={t('create.proof.resolved')}
      now={t('create.proof.resolvedCount', { count: resolved.length })}
    >
      {resolved.map(({ id, message }) => (
        <p key={id + message} className={styles.note}>
          <b>{id}</b> {message}
        </p>
      ))}
    </Fold>
  );
}
