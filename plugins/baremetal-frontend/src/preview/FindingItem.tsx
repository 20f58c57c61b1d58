import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { Mono } from '../ui/Mono';
import { TONE_ICONS, TONE_INK } from '../ui/tones';
import { useT } from '../ui/useT';
import { placeOf } from './placeOf';
import { RepairButton } from './RepairButton';
import styles from './ProofPanel.module.css';

export const SEVERITY_TONE = {
  error: 'bad',
  warning: 'warn',
  info: 'ok',
} as const;

/** One finding: severity and id, its place, what is wrong and why, the way out. */
export function FindingItem(props: {
  finding: Finding;
  /** Absent where the page that is open cannot make the change. */
  onRepair: (() => void) | undefined;
}) {
  const t = useT();
  const { id, severity, path, message, fix } = props.finding;
  const tone = SEVERITY_TONE[severity];
  const Icon = TONE_ICONS[tone];
  return (
    <li className={styles.finding}>
      <Icon size={16} className={TONE_INK[tone]} aria-hidden />
      <div>
        <span className={styles.head}>
          <b className={TONE_INK[tone]}>
            {t(`create.severity.${severity}`)} <Mono>{id}</Mono>
          </b>
          <span className={styles.place} title={path}>
            {placeOf(path, t)}
          </span>
        </span>
        <p>{message}</p>
        <div className={styles.way}>
          <p className={styles.fix}>{fix}</p>
          <RepairButton finding={props.finding} onRepair={props.onRepair} />
        </div>
      </div>
    </li>
  );
}
