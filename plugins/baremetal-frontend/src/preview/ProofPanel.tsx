import type { ServicePlan } from '@baremetal/golden-path';
import { ObservedAt } from '../ui/ObservedAt';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { FindingItem } from './FindingItem';
import { FitTable } from './FitTable';
import { Fold } from './Fold';
import type { ReadyProof } from './ProofFrame';
import styles from './ProofPanel.module.css';

/** The verdict on the answers so far, with every finding and whether it fits. */
export function ProofPanel(props: {
  ready: ReadyProof;
  hardwareClass: string;
}) {
  const t = useT();
  const { proof, live, liveFailure, platform, provedAt } = props.ready;
  const counts = {
    errors: t('create.proof.errors', { count: proof.errors }),
    warnings: t('create.proof.warnings', { count: proof.warnings }),
  };
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
        {proof.plan && proof.plan.autoResolved.length > 0 ? (
          <Resolved resolved={proof.plan.autoResolved} />
        ) : null}
      </div>
    </section>
  );
}

/** What the engine settled by itself: good to know, and nothing to do. */
function Resolved(props: { resolved: ServicePlan['autoResolved'] }) {
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
