import { useId, type ReactNode } from 'react';
import { Tile } from './Tile';
import styles from './Fields.module.css';

export interface TileChoice<T extends string> {
  readonly value: T;
  readonly title: string;
  /** One sentence: what it means for the service. */
  readonly words: string;
  readonly picture?: ReactNode;
  /** Why it cannot be chosen here. */
  readonly impossible?: string;
  /** What speaks against it although it can be chosen. */
  readonly caution?: string;
}

/** A choice among a few, each with its sentence; arrow keys go from one to the next. */
export function TileGroup<T extends string>(props: {
  label: string;
  value: T;
  choices: readonly TileChoice<T>[];
  onChange: (value: T) => void;
}) {
  const group = useId();
  const { label, value, choices, onChange } = props;
  return (
    <div
      className={`${styles.tiles} ${choices.length === 4 ? styles.four : ''}`}
      role="radiogroup"
      aria-label={label}
    >
      {choices.map(({ value: each, title, words, picture, ...rest }) => (
        <Tile
          key={each}
          group={group}
          title={title}
          checked={value === each}
          onChoose={() => onChange(each)}
          impossible={rest.impossible}
          caution={rest.caution}
        >
          {picture}
          <span className={styles.hint}>{words}</span>
        </Tile>
      ))}
    </div>
  );
}
