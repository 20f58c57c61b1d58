import type { ReactNode } from 'react';
import { Fact } from '../ui/Status';
import styles from './Fields.module.css';

/** A radio button as a tile: all of it is the target. One that cannot be chosen says why. */
export function Tile(props: {
  group: string;
  title: string;
  checked: boolean;
  onChoose: () => void;
  impossible?: string;
  caution?: string;
  children?: ReactNode;
}) {
  const { group, title, checked, onChoose, impossible, children } = props;
  const against = impossible ?? props.caution;
  return (
    <label className={`${styles.tile} ${checked ? styles.tileOn : ''}`}>
      <span className={styles.tileHead}>
        <input
          type="radio"
          name={group}
          checked={checked}
          disabled={impossible !== undefined && !checked}
          onChange={onChoose}
        />
        <b>{title}</b>
      </span>
      {children}
      {against ? (
        <Fact tone="warn" small>
          {against}
        </Fact>
      ) : null}
    </label>
  );
}
