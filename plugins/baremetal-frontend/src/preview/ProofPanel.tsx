import type { ReactNode } from 'react';
import type {
  Finding,
  NotChecked,
} from '@baremetal/backstage-plugin-baremetal-common';
import { ObservedAt } from '../ui/ObservedAt';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { FindingItem } from './FindingItem';
import { NotCheckedList } from './NotCheckedList';
import type { Headline } from './headline';
import type { Proof } from './prove';
import type { ReadyProof } from './useLiveProof';
import styles from './ProofPanel.module.css';

const BANDS = { ok: styles.ok, bad: styles.bad, wait: styles.wait } as const;

interface Judged {
  readonly notChecked: readonly NotChecked[];
}

/** The verdict on the answers so far, with every finding, the way out of it, and what nobody could look at. */
export function ProofPanel(props: {
  ready: ReadyProof<Proof<Judged>>;
  /** What the answers were held against, in words. */
  against: string;
  headline: Headline;
  /** What makes a finding's change on this page; `undefined` when it belongs to another. */
  repairOf: (finding: Finding) => (() => void) | undefined;
  /** What the clusters say. */
  children?: ReactNode;
}) {
  const t = useT();
  const { against, headline, repairOf } = props;
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
          <span>{against}</span>
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
        <NotCheckedList notChecked={proof.plan?.notChecked ?? []} />
        {liveFailure ? (
          <Fact tone="unknown" small>
            {t('create.proof.noLive', { why: liveFailure.message })}
          </Fact>
        ) : null}
        {props.children}
      </div>
    </section>
  );
}
