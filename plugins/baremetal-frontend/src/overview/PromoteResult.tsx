import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { OpenPromotionAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { promotionRouteRef } from '../routes';
import { AppLink, ExternalLink } from '../ui/AppLink';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import styles from './PromoteDialog.module.css';

/** What asking for the promotion led to, and where it goes on. */
export function PromoteResult(props: { answer: OpenPromotionAnswer }) {
  const t = useT();
  const link = useRouteRef(promotionRouteRef);
  const { outcome, promotion, preview } = props.answer;
  if (!promotion) {
    const { tone, sentence, detail } = preview.verdict;
    return (
      <div className={styles.body} role="status">
        <Fact tone={tone} detail={detail} lead>
          {sentence}
        </Fact>
      </div>
    );
  }
  const number = String(promotion.changeNumber);
  return (
    <div className={styles.body} role="status">
      <Fact tone="ok" detail={promotion.unmet} lead>
        {outcome === 'existing'
          ? t('overview.dialog.existing', { number })
          : t('overview.dialog.opened', { number })}
      </Fact>
      <div className={styles.links}>
        <AppLink to={link?.({ id: promotion.id })}>
          {t('overview.dialog.follow')}
        </AppLink>
        <ExternalLink href={promotion.changeUrl}>
          {t('overview.promotions.pull', { number })}
        </ExternalLink>
      </div>
    </div>
  );
}
