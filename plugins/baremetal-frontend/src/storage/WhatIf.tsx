import { useState } from 'react';
import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  LossOutcome,
  VolumeView,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { mostInteresting, type PlacedVolume } from './placedVolumes';
import { ReplicaMap } from './ReplicaMap';
import styles from './WhatIf.module.css';

/** What happens to one volume when a node or a power domain goes. */
export function WhatIf(props: { volumes: readonly PlacedVolume[] }) {
  const t = useT();
  const asked = props.volumes.filter(({ volume }) => volume.losses.length > 0);
  const [volumeId, setVolumeId] = useState<string>();
  const chosen =
    asked.find(({ id }) => id === volumeId) ?? mostInteresting(asked);
  if (!chosen) {
    return null;
  }
  const { volume, environment } = chosen;
  return (
    <Panel
      title={t('storage.whatIf.title')}
      aside={
        <Label>
          {t('storage.whatIf.aside', { claim: volume.claim, environment })}
        </Label>
      }
      end={
        asked.length > 1 ? (
          <Select
            className={styles.select}
            size="small"
            aria-label={t('storage.whatIf.volume')}
            selectedKey={chosen.id}
            onSelectionChange={key => setVolumeId(String(key))}
            options={asked.map(one => ({
              value: one.id,
              label: `${one.environment}: ${one.volume.claim}`,
            }))}
          />
        ) : null
      }
    >
      <Losses key={chosen.id} volume={volume} />
    </Panel>
  );
}

function Losses(props: { volume: VolumeView }) {
  const t = useT();
  const { losses } = props.volume;
  const [lost, setLost] = useState<string>();
  const outcome = losses.find(one => one.lost === lost) ?? losses[0];
  return (
    <>
      <div className={styles.choice}>
        <Label>{t('storage.whatIf.choose')}</Label>
        <ToggleButtonGroup
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={outcome ? [outcome.lost] : []}
          onSelectionChange={keys => setLost(String([...keys][0]))}
          aria-label={t('storage.whatIf.choose')}
        >
          {losses.map(one => (
            <ToggleButton key={one.lost} id={one.lost} size="small">
              {one.lost}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {outcome ? <Outcome outcome={outcome} volume={props.volume} /> : null}
      <ul className={styles.cases} aria-label={t('storage.whatIf.all')}>
        {losses.map(one => (
          <li key={one.lost}>
            <Fact tone={one.tone} small>
              <b>{one.lost}</b>: {one.answer}
            </Fact>
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcome(props: { outcome: LossOutcome; volume: VolumeView }) {
  const t = useT();
  const { outcome, volume } = props;
  return (
    <div className={styles.outcome} aria-live="polite">
      <div className={styles.small}>
        <ReplicaMap
          small
          replicas={outcome.remaining}
          links={[]}
          label={t('storage.map', { claim: volume.claim })}
        />
      </div>
      <div className={styles.answer}>
        <Fact tone={outcome.tone} lead>
          {outcome.answer}
        </Fact>
        <dl>
          <dt>{t('storage.whatIf.data')}</dt>
          <dd>{outcome.data}</dd>
          <dt>{t('storage.whatIf.service')}</dt>
          <dd>{outcome.service}</dd>
          <dt>{t('storage.whatIf.then')}</dt>
          <dd>{outcome.then}</dd>
        </dl>
      </div>
    </div>
  );
}
