import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

export interface PanelProps {
  readonly title: ReactNode;
  /** Right after the title: what it is about, how old it is. */
  readonly aside?: ReactNode;
  /** At the right edge. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A card with a heading of 16 px semibold, which Backstage UI has no style for; its content is never clipped. */
export function Panel(props: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{props.title}</h2>
        {props.aside}
        {props.end ? <div className={styles.end}>{props.end}</div> : null}
      </div>
      {props.children}
    </section>
  );
}
