import type { ReactNode } from 'react';
import { RiCheckLine, RiLockLine } from '@remixicon/react';
import styles from './Text.module.css';

/** Why a button beside it is disabled, or that its work is done. */
export function Reason(props: { done?: boolean; children: ReactNode }) {
  const Icon = props.done ? RiCheckLine : RiLockLine;
  return (
    <span className={styles.reason}>
      <Icon size={14} aria-hidden />
      <span>{props.children}</span>
    </span>
  );
}
