import type { ReactNode } from 'react';
import styles from './Page.module.css';
import tokens from './tokens.module.css';

/**
 * What stands on a page, a tab, the overview or in a form: cards under each other, 16 px apart.
 *
 * @param form - outlines what is filled in, as Backstage does in its own forms and not in the editor of templates
 */
export function Page(props: {
  children: ReactNode;
  padded?: boolean;
  form?: boolean;
}) {
  const { children, padded, form } = props;
  // A page of its own is the only one here that nobody else has put into a landmark yet.
  const Landmark = padded ? 'main' : 'div';
  return (
    <Landmark className={`${tokens.root} ${padded ? styles.padded : ''}`}>
      <div className={`${styles.page} ${form ? styles.form : ''}`}>
        {children}
      </div>
    </Landmark>
  );
}
