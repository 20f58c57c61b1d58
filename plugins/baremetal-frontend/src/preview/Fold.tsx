import { RiArrowRightSLine } from '@remixicon/react';
import { useId, useState, type ReactNode } from 'react';
import styles from './Fold.module.css';

/** Answers that most people leave as they are: a line says how they stand, and opens to change them. */
export function Fold(props: {
  title: string;
  /** How they stand, in words. */
  now: string;
  /** Shown open at first: when somebody has answered already. */
  open?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(props.open ?? false);
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <RiArrowRightSLine
          size={16}
          className={open ? styles.opened : undefined}
          aria-hidden
        />
        <b>{props.title}</b>
        <span className={styles.now}>{props.now}</span>
      </button>
      <div id={id} className={styles.body} hidden={!open}>
        {open ? props.children : null}
      </div>
    </div>
  );
}
