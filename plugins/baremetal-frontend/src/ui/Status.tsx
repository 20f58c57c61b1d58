import type { ReactNode } from 'react';
import type { Tone } from '@baremetal/backstage-plugin-baremetal-common';
import { TONE_ICONS, TONE_INK } from './tones';
import { useT } from './useT';
import styles from './Status.module.css';

/** A state: icon, word and tone together. */
export function Status(props: { tone: Tone; children: ReactNode }) {
  const Icon = TONE_ICONS[props.tone];
  return (
    <span className={`${styles.status} ${styles[props.tone]}`}>
      <Icon size={14} aria-hidden />
      {props.children}
    </span>
  );
}

export interface FactProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** A quiet line below. */
  readonly detail?: ReactNode;
  /** 12 px instead of 14. */
  readonly small?: boolean;
  /** The sentence that the others explain. */
  readonly lead?: boolean;
}

/** One judged sentence: the tone as an icon, named for those who do not see it. */
export function Fact(props: FactProps) {
  const t = useT();
  const { tone, children, detail, small, lead } = props;
  const Icon = TONE_ICONS[tone];
  return (
    <span
      className={`${styles.fact} ${small ? styles.small : ''} ${
        lead ? styles.lead : ''
      }`}
    >
      <Icon
        size={small ? 14 : 16}
        className={TONE_INK[tone]}
        role="img"
        aria-label={t(`tone.${tone}`)}
      />
      <span>
        {children}
        {detail ? <span className={styles.detail}>{detail}</span> : null}
      </span>
    </span>
  );
}
