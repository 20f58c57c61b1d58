import { RiScales3Line } from '@remixicon/react';
import type { ReplicaView } from '@baremetal/backstage-plugin-baremetal-common';
import { filledShare, REPLICA_TONES } from './replicaLook';
import styles from './Disk.module.css';

const WIDTH = 80;
const HEIGHT = 68;
const LEFT = 2;
const RIGHT = WIDTH - 2;
const ROUND = 8;
const TOP = ROUND + 2;
const BOTTOM = HEIGHT - ROUND - 2;
const RADIUS = (RIGHT - LEFT) / 2;

/** A member of a volume as a disk, filled to what is up to date; one without data is a circle and never a disk. */
export function Disk(props: { replica: ReplicaView; label: string }) {
  const { replica, label } = props;
  if (replica.kind !== 'copy') {
    return (
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <circle
          className={styles.voter}
          cx={WIDTH / 2}
          cy={HEIGHT / 2}
          r="26"
        />
        <g transform={`translate(${WIDTH / 2 - 12} ${HEIGHT / 2 - 12})`}>
          <RiScales3Line size={24} className={styles.scales} />
        </g>
      </svg>
    );
  }
  const share = filledShare(replica);
  const level = TOP + (BOTTOM - TOP) * (1 - share);
  const gone = replica.state === 'lost' || replica.state === 'failed';
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={`${styles.disk} ${styles[REPLICA_TONES[replica.state]]}`}
      aria-hidden
    >
      <path className={styles.body} d={bodyFrom(TOP)} />
      {share > 0 ? <path className={styles.data} d={bodyFrom(level)} /> : null}
      <path
        className={styles.wall}
        d={`M${LEFT} ${TOP} V${BOTTOM} A${RADIUS} ${ROUND} 0 0 0 ${RIGHT} ${BOTTOM} V${TOP}`}
        strokeDasharray={gone ? '3 3' : undefined}
      />
      <ellipse
        className={styles.lid}
        cx={WIDTH / 2}
        cy={TOP}
        rx={RADIUS}
        ry={ROUND}
        strokeDasharray={gone ? '3 3' : undefined}
      />
      {gone ? (
        <path
          className={styles.cross}
          d={`M${WIDTH / 2 - 8} ${HEIGHT / 2 - 4} l16 16 m0 -16 l-16 16`}
        />
      ) : (
        <text x={WIDTH / 2} y={HEIGHT / 2 + 11} textAnchor="middle">
          {replica.state === 'syncing' && replica.percent !== undefined
            ? `${Math.floor(replica.percent)} %`
            : label}
        </text>
      )}
    </svg>
  );
}

/** The side of the cylinder from a height down to its foot. */
function bodyFrom(top: number): string {
  return `M${LEFT} ${top} A${RADIUS} ${ROUND} 0 0 0 ${RIGHT} ${top} V${BOTTOM} A${RADIUS} ${ROUND} 0 0 1 ${LEFT} ${BOTTOM} Z`;
}
