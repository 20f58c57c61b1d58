import type { ReactNode } from 'react';
import styles from './Page.module.css';
import tokens from './tokens.module.css';

/** What stands on a page, a tab or the overview: cards under each other, 16 px apart. */
export function Page(props: { children: ReactNode; padded?: boolean }) {
  return (
    <div className={`${tokens.root} ${props.padded ? styles.padded : ''}`}>
      <div className={styles.page}>{props.children}</div>
    </div>
  );
}
