import { TextAreaField } from '@backstage/ui';
import { useState } from 'react';

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
