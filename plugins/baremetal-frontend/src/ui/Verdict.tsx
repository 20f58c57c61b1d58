import type { ReactNode } from 'react';
import { RiFlaskLine } from '@remixicon/react';
import type { Statement } from '@baremetal/backstage-plugin-baremetal-common';
import { TONE_ICONS, TONE_INK } from './tones';
import { useT } from './useT';
import styles from './Verdict.module.css';

export interface VerdictProps {
  readonly verdict: Statement;
  readonly simulated: boolean;
  /** On the quiet line: ages, facts. */
  readonly meta?: ReactNode;
  /** The one thing to do. */
  readonly action?: ReactNode;
}

/** The page's answer: one sentence, one quiet line, the one thing to do. */
export function Verdict(props: VerdictProps) {
  const t = useT();
  const { tone, sentence, detail } = props.verdict;
  const Icon = TONE_ICONS[tone];
  return (
    <header className={styles.top}>
      <div className={styles.text}>
        <p className={styles.sentence} role="status">
          <Icon
            size={20}
            className={TONE_INK[tone]}
            role="img"
            aria-label={t(`tone.${tone}`)}
          />
          <span>{sentence}</span>
        </p>
        {detail || props.meta ? (
          <div className={styles.quiet}>
            {detail ? <span>{detail}</span> : null}
            {props.meta}
          </div>
        ) : null}
      </div>
      <div className={styles.end}>
        {props.action}
        {props.simulated ? <Simulated /> : null}
      </div>
    </header>
  );
}

function Simulated() {
  const t = useT();
  return (
    <span className={styles.simulated}>
      <RiFlaskLine size={14} aria-hidden />
      {t('simulated')}
    </span>
  );
}
