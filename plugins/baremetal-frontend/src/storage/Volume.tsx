import type { VolumeView } from '@baremetal/backstage-plugin-baremetal-common';
import { formatBytes } from '../ui/formatAmount';
import { Label, Mono } from '../ui/Mono';
import { Fact, Status } from '../ui/Status';
import { useT } from '../ui/useT';
import { ReplicaMap } from './ReplicaMap';
import styles from './Volume.module.css';

/** One claim: what it is, where its copies are, what its class asks for. */
export function Volume(props: { volume: VolumeView }) {
  const t = useT();
  const { volume } = props;
  const { status, verdict, intent, others, votes } = volume;
  return (
    <section className={styles.volume} aria-label={volume.claim}>
      <div className={styles.head}>
        <Claim volume={volume} />
        <Status tone={status.tone}>{status.words}</Status>
      </div>
      <ReplicaMap
        replicas={volume.replicas}
        links={volume.links}
        label={t('storage.map', { claim: volume.claim })}
      />
      {votes ? (
        <Label>
          {t('storage.votes', {
            have: String(votes.have),
            of: String(votes.of),
          })}
        </Label>
      ) : null}
      <div className={styles.judged}>
        {verdict.tone === 'ok' ? null : (
          <Fact tone={verdict.tone} detail={verdict.detail} small>
            {verdict.sentence}
          </Fact>
        )}
        {others.map(other => (
          <Fact key={other.sentence} tone={other.tone} small>
            {other.sentence}
          </Fact>
        ))}
        <Fact tone={intent.tone} detail={intent.detail} small>
          {intent.sentence}
        </Fact>
      </div>
    </section>
  );
}

function Claim(props: { volume: VolumeView }) {
  const t = useT();
  const { claim, pods, storageClass, requestedBytes, actualBytes } =
    props.volume;
  const size =
    requestedBytes === undefined
      ? t('storage.claim.noSize')
      : formatBytes(requestedBytes);
  return (
    <div className={styles.claim}>
      <Mono strong>{claim}</Mono>
      <Label>
        {pods.length > 0
          ? t('storage.claim.usedBy', { pods: pods.join(', ') })
          : t('storage.claim.unused')}
      </Label>
      <Label>
        {t('storage.claim.size', {
          size,
          storageClass: storageClass ?? t('storage.claim.noClass'),
        })}
        {actualBytes === undefined
          ? ''
          : `, ${t('storage.claim.written', {
              size: formatBytes(actualBytes),
            })}`}
      </Label>
    </div>
  );
}
