import { useState } from 'react';
import { Button } from '@backstage/ui';
import type {
  PodView,
  RolloutDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import { useNow } from '../ui/clock';
import { formatDuration } from '../ui/formatTime';
import { Label, Mono } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { TONE_ICONS, TONE_INK } from '../ui/tones';
import { useT } from '../ui/useT';
import styles from './Pods.module.css';

const ROLES = ['stable', 'canary', 'other'] as const;
/** More than this are shown on request. */
const MOST = 12;

/** The pods of a rollout, in a panel of their own. */
export function Pods(props: { detail: RolloutDetail }) {
  const t = useT();
  const { detail } = props;
  return (
    <Panel
      title={t('rollouts.pods.title')}
      aside={<Label>{useReadyWords(detail.pods)}</Label>}
    >
      <PodGroups detail={detail} />
    </Panel>
  );
}

/** The pods by the version that they run. */
export function PodGroups(props: { detail: RolloutDetail }) {
  const t = useT();
  const { pods, stable, canary } = props.detail;
  const version = { stable: stable?.text, canary: canary?.text, other: '' };
  return (
    <>
      {pods.length === 0 ? <Label>{t('rollouts.pods.none')}</Label> : null}
      {ROLES.map(role => {
        const ofRole = pods.filter(pod => pod.role === role);
        return ofRole.length === 0 ? null : (
          <Group key={role} role={role} version={version[role]} pods={ofRole} />
        );
      })}
    </>
  );
}

function useReadyWords(pods: readonly PodView[]): string {
  return useT()('rollouts.pods.ready', {
    ready: String(pods.filter(pod => pod.status.tone === 'ok').length),
    all: String(pods.length),
  });
}

function Group(props: {
  role: PodView['role'];
  version: string | undefined;
  pods: readonly PodView[];
}) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { role, version, pods } = props;
  const shown = all ? pods : pods.slice(0, MOST);
  return (
    <section>
      <div className={styles.head}>
        <h3>
          {t(`rollouts.pods.role.${role}`)}{' '}
          {version ? <Mono>{version}</Mono> : null}
        </h3>
        <Label>{useReadyWords(pods)}</Label>
      </div>
      <ul className={styles.grid}>
        {shown.map(pod => (
          <Pod key={pod.name} pod={pod} />
        ))}
      </ul>
      {shown.length < pods.length ? (
        <Button size="small" variant="tertiary" onPress={() => setAll(true)}>
          {t('rollouts.pods.more', {
            rest: String(pods.length - shown.length),
          })}
        </Button>
      ) : null}
    </section>
  );
}

function Pod(props: { pod: PodView }) {
  const t = useT();
  const now = useNow();
  const { pod } = props;
  const Icon = TONE_ICONS[pod.status.tone];
  return (
    <li className={`${styles.pod} ${styles[pod.role]}`}>
      <Icon
        size={16}
        className={TONE_INK[pod.status.tone]}
        role="img"
        aria-label={t(`tone.${pod.status.tone}`)}
      />
      <span className={styles.state}>
        <b>{pod.status.words}</b>
        {pod.startedAt ? (
          <span>{formatDuration(now - Date.parse(pod.startedAt))}</span>
        ) : null}
      </span>
      <span className={styles.name} title={pod.name}>
        {pod.name}
      </span>
      <span className={styles.node}>
        {pod.node
          ? [pod.node, pod.domain].filter(Boolean).join(', ')
          : t('rollouts.pods.noNode')}
      </span>
      {pod.lastRestart ? (
        <span className={styles.restart}>{pod.lastRestart}</span>
      ) : null}
    </li>
  );
}
