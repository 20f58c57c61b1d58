import { Select } from '@backstage/ui';
import type { StorageClassFacts } from '@baremetal/backstage-plugin-baremetal-common';
import styles from './Fields.module.css';

/** One of the platform's storage classes, with what the chosen one promises. */
export function StorageClassSelect(props: {
  label: string;
  classes: readonly StorageClassFacts[];
  value: string | undefined;
  onChange: (name: string) => void;
}) {
  const { label, classes, value, onChange } = props;
  return (
    <>
      <Select
        size="small"
        aria-label={label}
        options={classes.map(({ name, description }) => ({
          id: name,
          label: name,
          description,
        }))}
        value={value ?? null}
        onChange={key => onChange(String(key))}
      />
      <span className={styles.hint}>
        {classes.find(({ name }) => name === value)?.description}
      </span>
    </>
  );
}
