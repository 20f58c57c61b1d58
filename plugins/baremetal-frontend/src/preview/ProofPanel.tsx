import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { RULES, type ServicePlan } from '@baremetal/golden-path';
import { ObservedAt } from '../ui/ObservedAt';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import type { EnvironmentFit } from './environmentFits';
import { FindingItem } from './FindingItem';
import { FitTable } from './FitTable';
import { Fold } from './Fold';
import type { Headline } from './headline';
import type { ReadyProof } from './ProofFrame';
import styles from './ProofPanel.module.css';

const BANDS = { ok: styles.ok, bad: styles.bad, wait: styles.wait } as const;

/** The verdict on the answers so far, with every finding, the way out of it, and whether it fits. */
export function ProofPanel(props: {
  ready: ReadyProof;
  headline: Headline;
  fits: readonly EnvironmentFit[];
  /** What makes a finding's change on this page; `undefined` when it belongs to another. */
  repairOf: (finding: Finding) => (() => void) | undefined;
}) {
  const t = useT();
  const { headline, fits, repairOf } = props;
  const { proof, liveFailure, provedAt } = props.ready;
  const findings = proof.findings.filter(
    finding => !proof.unanswered.includes(finding),
  );
  return (
    <section className={styles.panel}>
      <div className={`${styles.band} ${BANDS[headline.tone]}`}>
        <Fact tone={headline.tone} lead>
          {headline.verdict}
        </Fact>
      </div>
      <div className={styles.body}>
        <div className={styles.quiet}>
          <span>{t('create.proof.against', { total: RULES.length })}</span>
          <span>
            {t('create.proof.proved')} <ObservedAt at={provedAt} />
          </span>
        </div>
        {findings.length > 0 ? (
          <ul className={styles.list}>
            {findings.map(finding => (
              <FindingItem
                key={`${finding.id} ${finding.path} ${finding.message}`}
                finding={finding}
                onRepair={repairOf(finding)}
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
        {proof.plan ? <FitTable fits={fits} /> : null}
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
