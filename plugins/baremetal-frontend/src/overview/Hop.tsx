import { useState } from 'react';
import type {
  PromotionHop,
  ServiceIdentity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Button, DialogTrigger } from '@backstage/ui';
import type { EntityKey } from '../api/BaremetalApi';
import { Reason } from '../ui/Reason';
import { useT } from '../ui/useT';
import { PromoteDialog } from './PromoteDialog';
import styles from './Hop.module.css';

/** What lies between two environments: difference, arrow (solid = done), button, reason. */
export function Hop(props: {
  hop: PromotionHop;
  service: ServiceIdentity;
  entity: EntityKey;
}) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { hop, service, entity } = props;
  const { from, to } = hop;
  return (
    <div
      className={styles.hop}
      role="group"
      aria-label={t('overview.hop.label', { from, to })}
    >
      <div className={styles.difference}>
        <span>{hop.difference}</span>
        {hop.note ? <small>{hop.note}</small> : null}
      </div>
      <Arrow done={hop.done} />
      {/* The dialog stays while its promotion, once open, blocks the next one: its answer must be seen. */}
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button
          variant={hop.blockedBecause ? 'secondary' : 'primary'}
          isDisabled={Boolean(hop.blockedBecause)}
        >
          {t('overview.hop.promote', { from, to })}
        </Button>
        <PromoteDialog hop={hop} service={service} entity={entity} />
      </DialogTrigger>
      {hop.blockedBecause ? (
        <Reason done={hop.done}>{hop.blockedBecause}</Reason>
      ) : null}
    </div>
  );
}

function Arrow(props: { done: boolean }) {
  return (
    <svg className={styles.arrow} aria-hidden>
      <line
        x1="6"
        x2="100%"
        y1="8"
        y2="8"
        strokeDasharray={props.done ? undefined : '4 4'}
      />
      <svg x="100%" overflow="visible">
        <path d="M-8 2 L-1 8 L-8 14" />
      </svg>
    </svg>
  );
}
