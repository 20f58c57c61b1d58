import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { RiExternalLinkLine } from '@remixicon/react';
import { useT } from './useT';
import styles from './Text.module.css';

/** A link to a page of this app. Without an address (its page is not installed) the words stay. */
export function AppLink(props: {
  to: string | undefined;
  /** Where it leads, when the words alone do not say. */
  label?: string;
  children: ReactNode;
}) {
  return props.to === undefined ? (
    <>{props.children}</>
  ) : (
    <RouterLink className={styles.link} to={props.to} aria-label={props.label}>
      {props.children}
    </RouterLink>
  );
}

/** A link to another site, in a new tab. */
export function ExternalLink(props: { href: string; children: ReactNode }) {
  const t = useT();
  return (
    <a
      className={`${styles.link} ${styles.external}`}
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
    >
      {props.children}
      <RiExternalLinkLine
        size={14}
        role="img"
        aria-label={t('action.opensNewTab')}
      />
    </a>
  );
}
