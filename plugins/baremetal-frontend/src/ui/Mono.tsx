import type { ReactNode } from 'react';
import styles from './Text.module.css';

/** A name that machines use: version, node, image, claim. */
export function Mono(props: { children: ReactNode; strong?: boolean }) {
  return props.strong ? (
    <b className={styles.mono}>{props.children}</b>
  ) : (
    <span className={styles.mono}>{props.children}</span>
  );
}

/** 12 px, quiet. */
export function Label(props: { children: ReactNode }) {
  return <span className={styles.label}>{props.children}</span>;
}
