import type { ReplicaView } from '@baremetal/backstage-plugin-baremetal-common';
import { DenseTable, type DenseRow } from '../ui/DenseTable';
import { Label, Mono } from '../ui/Mono';
import { ObservedAt } from '../ui/ObservedAt';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useT, type Translate } from '../ui/useT';
import type { PlacedVolume } from './placedVolumes';
import { REPLICA_TONES, roleOf } from './replicaLook';

/** The maps as a table: the same content for who reads rather than looks. */
export function CopiesTable(props: { volumes: readonly PlacedVolume[] }) {
  const t = useT();
  return (
    <Panel
      title={t('storage.table.title')}
      aside={<Label>{t('storage.table.aside')}</Label>}
    >
      <DenseTable
        label={t('storage.table.title')}
        columns={[
          { label: t('storage.table.environment') },
          { label: t('storage.table.claim') },
          { label: t('storage.table.node') },
          { label: t('storage.table.domain') },
          { label: t('storage.table.role') },
          { label: t('storage.table.data') },
          { label: t('storage.table.connected') },
          { label: t('storage.table.seen'), number: true },
        ]}
        rows={props.volumes.flatMap(placed =>
          placed.volume.replicas.map(replica => toRow(placed, replica, t)),
        )}
      />
    </Panel>
  );
}

function toRow(
  placed: PlacedVolume,
  replica: ReplicaView,
  t: Translate,
): DenseRow {
  const { connected } = replica;
  return {
    id: `${placed.id}/${replica.node}`,
    cells: [
      placed.environment,
      <Mono>{placed.volume.claim}</Mono>,
      <Mono>{replica.node}</Mono>,
      replica.domain ?? t('storage.replica.noDomain'),
      t(`storage.replica.${roleOf(replica)}`),
      <span title={t('storage.table.raw', { raw: replica.raw })}>
        <Fact tone={REPLICA_TONES[replica.state]}>{replica.words}</Fact>
      </span>,
      connected
        ? t('storage.table.toPeers', {
            to: String(connected.to),
            of: String(connected.of),
          })
        : t('storage.table.notSaid'),
      <ObservedAt at={placed.observedAt} />,
    ],
  };
}
