import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiArrowRightLine, RiGitCommitLine } from '@remixicon/react';
import type {
  GateView,
  PromotionSummary,
} from '@baremetal/backstage-plugin-baremetal-common';
import { promotionRouteRef } from '../routes';
import { AppLink } from '../ui/AppLink';
import { useNow } from '../ui/clock';
import { EntityName } from '../ui/EntityName';
import { formatDuration } from '../ui/formatTime';
import { STATE_TONES } from '../ui/gateLook';
import { GateMark, inOrder } from '../ui/Gates';
import { Label, Mono } from '../ui/Mono';
import { Sentence } from '../ui/Sentence';
import { Status } from '../ui/Status';
import { TONE_INK } from '../ui/tones';
import { useT } from '../ui/useT';
import type { Group } from './arrange';
import styles from './QueueTable.module.css';

interface CellProps {
  readonly promotion: PromotionSummary;
}

export function GroupCell(props: { group: Group }) {
  const t = useT();
  const { turn, promotions } = props.group;
  return (
    <span className={styles.groupTitle}>
      <b>{t(`promotions.turn.${turn}`)}</b>
      <Label>{promotions.length}</Label>
    </span>
  );
}

export function ServiceCell({ promotion }: CellProps) {
  const { service, from, to, owner } = promotion;
  return (
    <span className={styles.two}>
      <b>{service.name}</b>
      <Label>
        {from} → {to} · <EntityName entityRef={owner} />
      </Label>
    </span>
  );
}

export function ChangeCell({ promotion }: CellProps) {
  const t = useT();
  const { current, candidate, imageOnly } = promotion;
  const same = current?.text === candidate.text;
  return (
    <span className={styles.two}>
      <span className={styles.version}>
        {current ? <Mono>{current.text}</Mono> : null}
        {same ? (
          <Label>{t('promotions.row.same')}</Label>
        ) : (
          <>
            <RiArrowRightLine
              size={12}
              role="img"
              aria-label={t('promotions.row.to')}
            />
            <Mono strong>{candidate.text}</Mono>
          </>
        )}
      </span>
      <Label>
        {imageOnly ? t('promotions.row.imageOnly') : t('promotions.row.more')}
      </Label>
    </span>
  );
}

export function GatesCell({ promotion }: CellProps) {
  const gates = inOrder(promotion.gates);
  const worst = worstOf(gates);
  return (
    <span className={styles.two}>
      <span className={styles.gates}>
        {gates.map(gate => (
          <GateMark key={gate.id} gate={gate.title} state={gate.state} />
        ))}
      </span>
      <span
        className={`${styles.words} ${
          worst === 'ok' || worst === 'wait' ? styles.quiet : TONE_INK[worst]
        }`}
      >
        {promotion.unmet}
      </span>
    </span>
  );
}

const WORST_FIRST = ['bad', 'warn', 'unknown', 'busy', 'wait'] as const;

function worstOf(gates: readonly GateView[]) {
  const tones = gates.map(gate => STATE_TONES[gate.state]);
  return WORST_FIRST.find(tone => tones.includes(tone)) ?? 'ok';
}

export function StateCell({ promotion }: CellProps) {
  const now = useNow();
  const { status, requestedAt, requestedBy } = promotion;
  return (
    <span className={styles.two}>
      <span>
        <Status tone={status.tone}>{status.words}</Status>
      </span>
      <Label>{formatDuration(now - Date.parse(requestedAt))}</Label>
      <span className={styles.narrow}>
        <Label>
          <EntityName entityRef={requestedBy} />
        </Label>
      </span>
    </span>
  );
}

export function ActCell({ promotion }: CellProps) {
  const t = useT();
  const link = useRouteRef(promotionRouteRef);
  const { id, service, to, whoMayAct } = promotion;
  return (
    <span className={styles.act}>
      <Label>
        <Sentence>{whoMayAct}</Sentence>
      </Label>
      <AppLink
        to={link?.({ id })}
        label={t('promotions.row.openLabel', { name: service.name, to })}
      >
        {t('promotions.row.open')}
      </AppLink>
    </span>
  );
}

export function DriftCell(props: { drift: string }) {
  return (
    <span className={styles.drift}>
      <RiGitCommitLine size={16} aria-hidden />
      {props.drift}
    </span>
  );
}
