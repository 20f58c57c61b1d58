import type { ReactNode } from 'react';
import styles from './Page.module.css';
import tokens from './tokens.module.css';

/** What stands on a page, a tab or the overview: cards under each other, 16 px apart. */
export function Page(props: { children: ReactNode; padded?: boolean }) {
  const { children, padded } = props;
  // A page of its own is the only one here that nobody else has put into a landmark yet.
  const Landmark = padded ? 'main' : 'div';
  return (
    <Landmark className={`${tokens.root} ${padded ? styles.padded : ''}`}>
      <div className={styles.page}>{children}</div>
    </Landmark>
  );
}
