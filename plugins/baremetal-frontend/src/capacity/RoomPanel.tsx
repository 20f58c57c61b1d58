import type {
  CapacityColumn,
  CapacityDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import { formatBytes, formatCpu } from '../ui/formatAmount';
import { Label, Mono } from '../ui/Mono';
import { ObservedAt } from '../ui/ObservedAt';
import { Panel } from '../ui/Panel';
import { ProblemNote } from '../ui/Problem';
import { useT } from '../ui/useT';
import { CELL_KINDS, podsPerSquare } from './cells';
import { RoomRows } from './RoomRows';
import styles from './RoomPanel.module.css';

/** How many more pods fit where: three lines per environment, one square per pod, the same scale everywhere. */
export function RoomPanel(props: {
  columns: readonly CapacityColumn[];
  name: string;
}) {
  const t = useT();
  const { columns, name } = props;
  const perSquare = podsPerSquare(columns);
  return (
    <Panel
      title={t('capacity.room.title')}
      aside={
        <Label>
          {perSquare === 1
            ? t('capacity.room.aside', { name })
            : t('capacity.room.asideMany', {
                name,
                pods: String(perSquare),
              })}
        </Label>
      }
      end={<Key />}
    >
      <div className={styles.room}>
        {columns.map(column => (
          <Environment
            key={`${column.environment}/${column.cluster}`}
            column={column}
            perSquare={perSquare}
          />
        ))}
      </div>
    </Panel>
  );
}

function Key() {
  const t = useT();
  return (
    <span className={styles.key}>
      {CELL_KINDS.map(kind => (
        <span key={kind}>
          <i className={`${styles.cell} ${styles[kind]}`} />
          {t(`capacity.room.key.${kind}`)}
        </span>
      ))}
    </span>
  );
}

function Environment(props: { column: CapacityColumn; perSquare: number }) {
  const t = useT();
  const { environment, cluster, reading } = props.column;
  const detail = reading.ok ? reading.value : undefined;
  return (
    <section className={styles.environment} aria-label={environment}>
      <div className={styles.facts}>
        <h3>{environment}</h3>
        <span>
          <Mono>{cluster}</Mono>
        </span>
        {detail ? <Facts detail={detail} /> : null}
        {reading.ok ? (
          <ObservedAt at={reading.observedAt} lost={reading.lost} />
        ) : null}
      </div>
      {reading.ok ? null : <ProblemNote problem={reading.problem} />}
      {detail ? (
        <RoomRows
          environment={environment}
          detail={detail}
          perSquare={props.perSquare}
        />
      ) : null}
      {reading.ok && !detail ? <Label>{t('capacity.nothing')}</Label> : null}
    </section>
  );
}

function Facts(props: { detail: CapacityDetail }) {
  const t = useT();
  const { pods, podRequest, pool, nodes, domains, binding } = props.detail;
  return (
    <>
      <span>{t('capacity.room.pods', { count: pods })}</span>
      <span>
        {t('capacity.room.request', {
          cpu: formatCpu(podRequest.cpuMillis),
          memory: formatBytes(podRequest.memoryBytes),
        })}
      </span>
      <span>
        {t('capacity.room.pool')} <Mono>{pool}</Mono>
      </span>
      <span>
        {t('capacity.room.place', { count: nodes })},{' '}
        {t('capacity.room.domains', { count: domains.length })}
      </span>
      {binding === 'unknown' ? null : (
        <span>{t(`capacity.room.binding.${binding}`)}</span>
      )}
    </>
  );
}
