import type { CSSProperties } from 'react';
import type {
  StorageColumn,
  VolumeView,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Label, Mono } from '../ui/Mono';
import { ObservedAt } from '../ui/ObservedAt';
import { Panel } from '../ui/Panel';
import { ProblemNote } from '../ui/Problem';
import { useT } from '../ui/useT';
import { Sources } from './Sources';
import { Volume } from './Volume';
import styles from './StorageColumns.module.css';

/** The environments in promotion order, each as wide as its copies need. */
export function StorageColumns(props: { columns: readonly StorageColumn[] }) {
  const { columns } = props;
  const widths = columns.map(column => widthOf(mostCopies(column))).join(' ');
  return (
    <div
      className={styles.columns}
      style={{ '--bm-columns': widths } as CSSProperties}
    >
      {columns.map(column => (
        <Column
          key={`${column.environment}/${column.cluster}`}
          column={column}
        />
      ))}
    </div>
  );
}

function volumesOf({ reading }: StorageColumn): readonly VolumeView[] {
  return reading.ok && reading.value.volumes.known
    ? reading.value.volumes.value
    : [];
}

function mostCopies(column: StorageColumn): number {
  return Math.max(
    1,
    ...volumesOf(column).map(volume => volume.replicas.length),
  );
}

/** A rack needs about 104 px, and 16 px to its neighbour. */
function widthOf(copies: number): string {
  return copies === 1
    ? 'minmax(208px, 1fr)'
    : `minmax(${copies * 112 + 32}px, ${copies}fr)`;
}

function Column(props: { column: StorageColumn }) {
  const t = useT();
  const { column } = props;
  const { environment, cluster, reading } = column;
  const volumes = volumesOf(column);
  return (
    <Panel
      title={environment}
      aside={
        <Label>
          <Mono>{cluster}</Mono>
        </Label>
      }
    >
      {reading.ok ? (
        <>
          {reading.value.volumes.known ? null : (
            <ProblemNote problem={reading.value.volumes.problem} />
          )}
          {reading.value.volumes.known && volumes.length === 0 ? (
            <Label>{t('storage.noVolume')}</Label>
          ) : null}
          {volumes.map(volume => (
            <Volume
              key={`${volume.namespace}/${volume.claim}`}
              volume={volume}
            />
          ))}
          {reading.lost ? (
            <ObservedAt at={reading.observedAt} lost={reading.lost} />
          ) : null}
          <Sources sources={reading.value.sources} />
        </>
      ) : (
        <ProblemNote problem={reading.problem} />
      )}
    </Panel>
  );
}
