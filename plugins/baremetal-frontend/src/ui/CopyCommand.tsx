import { useState } from 'react';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import styles from './CopyCommand.module.css';

/** A command line with a button that copies it. */
export function CopyCommand(props: { command: string; label: string }) {
  const { command, label } = props;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Without a secure context there is no clipboard; the text can still be marked by hand.
    await navigator.clipboard?.writeText(command);
    setCopied(navigator.clipboard !== undefined);
  };
  return (
    <span className={styles.command}>
      <code>{command}</code>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={label}
        icon={copied ? <RiCheckLine size={14} /> : <RiFileCopyLine size={14} />}
        onPress={copy}
      />
    </span>
  );
}
