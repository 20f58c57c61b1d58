import { useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  Known,
  PromotionSummary,
} from '@baremetal/backstage-plugin-baremetal-common';
import { promotionRouteRef } from '../routes';
import { AppLink, ExternalLink } from '../ui/AppLink';
import { useNow } from '../ui/clock';
import { formatMoment } from '../ui/formatTime';
import { GateMark, inOrder } from '../ui/Gates';
import { Label, Mono } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { ProblemNote } from '../ui/Problem';
import { Status } from '../ui/Status';
import { useEntityName } from '../ui/useEntityName';
import { useT } from '../ui/useT';
import styles from './OpenPromotions.module.css';

/** Promotions of this service that are not finished. */
export function OpenPromotions(props: {
  promotions: Known<readonly PromotionSummary[]>;
}) {
  const t = useT();
  const { promotions } = props;
  const title = t('overview.promotions.title');
  if (!promotions.known) {
    return (
      <Panel title={title}>
        <ProblemNote problem={promotions.problem} />
      </Panel>
    );
  }
  const { value } = promotions;
  return (
    <Panel title={title} aside={<Label>{value.length}</Label>}>
      {value.length === 0 ? (
        <Label>{t('overview.promotions.none')}</Label>
      ) : null}
      {value.map(promotion => (
        <Promotion key={promotion.id} promotion={promotion} />
      ))}
    </Panel>
  );
}

function Promotion(props: { promotion: PromotionSummary }) {
  const t = useT();
  const now = useNow();
  const link = useRouteRef(promotionRouteRef);
  const { promotion } = props;
  const who = useEntityName(promotion.requestedBy);
  return (
    <div className={styles.promotion}>
      <div className={styles.what}>
        <b>
          <Mono>{promotion.candidate.text}</Mono> {promotion.from} →{' '}
          {promotion.to}
        </b>
        <Label>
          {t('overview.promotions.by', {
            who,
            when: formatMoment(promotion.requestedAt, now),
          })}
        </Label>
      </div>
      <div className={styles.state}>
        <span className={styles.line}>
          <Status tone={promotion.status.tone}>{promotion.status.words}</Status>
          <span className={styles.gates}>
            {inOrder(promotion.gates).map(gate => (
              <GateMark key={gate.id} gate={gate.title} state={gate.state} />
            ))}
          </span>
        </span>
        <Label>{promotion.unmet}</Label>
      </div>
      <div className={styles.links}>
        <AppLink to={link?.({ id: promotion.id })}>
          {t('overview.promotions.open')}
        </AppLink>
        <ExternalLink href={promotion.changeUrl}>
          {t('overview.promotions.pull', {
            number: String(promotion.changeNumber),
          })}
        </ExternalLink>
      </div>
    </div>
  );
}
