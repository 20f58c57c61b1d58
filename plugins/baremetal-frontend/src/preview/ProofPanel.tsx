import { ObservedAt } from '../ui/ObservedAt';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { FindingItem } from './FindingItem';
import { FitTable } from './FitTable';
import type { ReadyProof } from './ProofFrame';
import styles from './ProofPanel.module.css';

/** The verdict on the answers so far, with every finding and whether it fits. */
export function ProofPanel(props: {
  ready: ReadyProof;
  hardwareClass: string;
}) {
  const t = useT();
  const { proof, live, liveFailure, platform, provedAt } = props.ready;
  const counts = { errors: proof.errors, warnings: proof.warnings };
  const ok = proof.errors === 0;
  return (
    <section className={styles.panel}>
      <div
        className={`${styles.band} ${ok ? styles.ok : styles.bad}`}
        role="status"
      >
        <Fact tone={ok ? 'ok' : 'bad'} lead>
          {ok
            ? t('create.proof.can', counts)
            : t('create.proof.cannot', counts)}
        </Fact>
      </div>
      <div className={styles.body}>
        <div className={styles.quiet}>
          <span>{t('create.proof.against')}</span>
          <ObservedAt at={provedAt} />
        </div>
        {proof.findings.length > 0 ? (
          <ul className={styles.list}>
            {proof.findings.map(finding => (
              <FindingItem
                key={`${finding.id} ${finding.path} ${finding.message}`}
                finding={finding}
              />
            ))}
          </ul>
        ) : null}
        {proof.plan?.autoResolved.map(({ id, message }) => (
          <p key={id + message} className={styles.note}>
            <b>{id}</b> {message}
          </p>
        ))}
        {proof.plan?.notChecked.map(({ id, reason }) => (
          <p key={id} className={styles.note}>
            {t('create.proof.notChecked', { id, reason })}
          </p>
        ))}
        {liveFailure ? (
          <Fact tone="unknown" small>
            {t('create.proof.noLive', { why: liveFailure.message })}
          </Fact>
        ) : null}
        {proof.plan ? (
          <FitTable
            peaks={proof.plan.peaks}
            live={live}
            platform={platform}
            hardwareClass={props.hardwareClass}
          />
        ) : null}
      </div>
    </section>
  );
}
