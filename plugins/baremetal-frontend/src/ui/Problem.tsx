import type { Problem } from '@baremetal/backstage-plugin-baremetal-common';
import { Fact } from './Status';
import { useT } from './useT';
import styles from './Problem.module.css';

/** What could not be read, and what somebody can do about it: each kind of problem has one remedy. */
export function ProblemNote(props: { problem: Problem }) {
  const t = useT();
  return (
    <div className={styles.problem}>
      <div className={styles.text}>
        <Fact tone="unknown">{props.problem.message}</Fact>
        <span className={styles.remedy}>
          {t(`remedy.${props.problem.kind}`)}
        </span>
      </div>
    </div>
  );
}
