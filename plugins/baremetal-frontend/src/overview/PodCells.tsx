import type { EnvironmentState } from '@baremetal/backstage-plugin-baremetal-common';
import styles from './PodCells.module.css';

/** More cells than this say nothing more; the words beside them carry the number. */
const MOST = 24;

/** One square per pod; the words beside them say the same. */
export function PodCells(props: { cells: EnvironmentState['pods']['cells'] }) {
  const { cells } = props;
  return cells.length === 0 ? null : (
    <span className={styles.cells} aria-hidden>
      {cells.slice(0, MOST).map((cell, index) => (
        <i
          key={index}
          className={[
            styles.cell,
            cell.canary ? styles.canary : '',
            cell.ready ? '' : styles.waiting,
          ].join(' ')}
        />
      ))}
      {cells.length > MOST ? '…' : null}
    </span>
  );
}
