import { TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import styles from './FieldCard.module.css';

/** A list of words, one on each line: the arguments of a command. */
export function TextList(props: {
  label: string;
  description?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  // An empty line is kept while one types, and never becomes an answer.
  const [text, setText] = useState(props.value.join('\n'));
  return (
    <TextAreaField
      className={styles.list}
      label={props.label}
      description={props.description}
      value={text}
      onChange={typed => {
        setText(typed);
        props.onChange(
          typed
            .split('\n')
            .map(line => line.trim())
            .filter(line => line !== ''),
        );
      }}
    />
  );
}
