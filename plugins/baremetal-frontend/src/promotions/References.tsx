import type { PromotionDetail } from '@baremetal/backstage-plugin-baremetal-common';
import { ExternalLink } from '../ui/AppLink';
import { useNow } from '../ui/clock';
import { formatMoment } from '../ui/formatTime';
import { Label, Mono } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { shortCommit } from './shortCommit';
import styles from './PromotionView.module.css';

/** Who approved what, and the commits that a decision is bound to. */
export function References(props: { promotion: PromotionDetail }) {
  const t = useT();
  const { promotion } = props;
  const { reviewedHead, headCommit, baseBranch, baseCommit } = promotion;
  return (
    <>
      <Approvals promotion={promotion} />
      <Panel title={t('promotions.refs.title')}>
        <dl className={styles.references}>
          <dt>{t('promotions.refs.pull')}</dt>
          <dd>
            <ExternalLink href={promotion.changeUrl}>
              {promotion.repository} #{promotion.changeNumber}
            </ExternalLink>
          </dd>
          <dt>{t('promotions.refs.reviewed')}</dt>
          <dd>
            {reviewedHead ? (
              <Mono>{shortCommit(reviewedHead)}</Mono>
            ) : (
              t('promotions.refs.none')
            )}
          </dd>
          <dt>{t('promotions.refs.now')}</dt>
          <dd>
            <Mono>{shortCommit(headCommit)}</Mono>
            {reviewedHead === headCommit ? (
              <Fact tone="ok" small>
                {t('promotions.refs.same')}
              </Fact>
            ) : null}
          </dd>
          <dt>{t('promotions.refs.base')}</dt>
          <dd>
            <Mono>
              {baseBranch}@{shortCommit(baseCommit)}
            </Mono>
          </dd>
        </dl>
        <Label>{t('promotions.refs.voids')}</Label>
      </Panel>
    </>
  );
}

function Approvals(props: { promotion: PromotionDetail }) {
  const t = useT();
  const now = useNow();
  const { approvals } = props.promotion;
  return (
    <Panel title={t('promotions.box.approvals')}>
      {approvals.length === 0 ? (
        <Label>{t('promotions.box.noApproval')}</Label>
      ) : (
        <ul className={styles.approvals}>
          {approvals.map(one => (
            <li key={`${one.by}/${one.commit}`}>
              <Fact
                tone={one.counts ? 'ok' : 'unknown'}
                detail={one.counts ? undefined : t('promotions.box.void')}
              >
                {t('promotions.box.approvedBy', {
                  who: one.by,
                  commit: shortCommit(one.commit),
                  when: formatMoment(one.at, now),
                })}
              </Fact>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
