import type { CSSProperties } from 'react';
import type {
  ReplicaLink,
  ReplicaView,
} from '@baremetal/backstage-plugin-baremetal-common';
import { TONE_ICONS, TONE_INK } from '../ui/tones';
import { useT } from '../ui/useT';
import { Disk } from './Disk';
import { REPLICA_TONES, roleOf } from './replicaLook';
import styles from './ReplicaMap.module.css';

export interface ReplicaMapProps {
  readonly replicas: readonly ReplicaView[];
  readonly links: readonly ReplicaLink[];
  readonly label: string;
  readonly small?: boolean;
}

/** Racks are power domains; each holds its node, its disk filled to what is up to date, state and role. */
export function ReplicaMap(props: ReplicaMapProps) {
  const { replicas, links, label, small } = props;
  return (
    <ul
      className={`${styles.map} ${small ? styles.small : ''}`}
      style={{ '--bm-racks': replicas.length } as CSSProperties}
      aria-label={label}
    >
      {replicas.map((replica, index) => (
        <Rack
          key={replica.node}
          replica={replica}
          link={linkBetween(links, replica, replicas[index + 1])}
        />
      ))}
    </ul>
  );
}

function linkBetween(
  links: readonly ReplicaLink[],
  left: ReplicaView,
  right: ReplicaView | undefined,
): ReplicaLink | undefined {
  return links.find(
    ({ from, to }) =>
      (from === left.node && to === right?.node) ||
      (to === left.node && from === right?.node),
  );
}

function Rack(props: { replica: ReplicaView; link: ReplicaLink | undefined }) {
  const t = useT();
  const { replica, link } = props;
  const tone = REPLICA_TONES[replica.state];
  const Icon = TONE_ICONS[tone];
  const role = t(`storage.replica.${roleOf(replica)}`);
  return (
    <li
      className={`${styles.rack} ${
        replica.state === 'lost' ? styles.lost : ''
      }`}
    >
      <span className={styles.domain}>
        {replica.domain ?? t('storage.replica.noDomain')}
      </span>
      <span className={styles.node}>{replica.node}</span>
      <span className={styles.disk}>
        <Disk replica={replica} label={role} />
      </span>
      <span className={`${styles.state} ${TONE_INK[tone]}`} title={replica.raw}>
        <Icon size={14} aria-hidden />
        {replica.words}
      </span>
      <span className={styles.role}>{role}</span>
      {link ? (
        <span className={`${styles.link} ${styles[link.state]}`}>
          <span>{t(`storage.link.${link.state}`)}</span>
        </span>
      ) : null}
    </li>
  );
}
