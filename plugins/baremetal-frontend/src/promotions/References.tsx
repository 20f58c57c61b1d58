import type { PromotionDetail } from '@baremetal/backstage-plugin-baremetal-common';
import { ExternalLink } from '../ui/AppLink';
import { useNow } from '../ui/clock';
import { formatMoment } from '../ui/formatTime';
import { Label, Mono } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useEntityName } from '../ui/useEntityName';
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
  const { approvals } = props.promotion;
  return (
    <Panel title={t('promotions.box.approvals')}>
      {approvals.length === 0 ? (
        <Label>{t('promotions.box.noApproval')}</Label>
      ) : (
        <ul className={styles.approvals}>
          {approvals.map(one => (
            <Approval key={`${one.by}/${one.commit}`} approval={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Approval(props: { approval: PromotionDetail['approvals'][number] }) {
  const t = useT();
  const now = useNow();
  const { by, at, commit, counts } = props.approval;
  const who = useEntityName(by);
  return (
    <li>
      <Fact
        tone={counts ? 'ok' : 'unknown'}
        detail={counts ? undefined : t('promotions.box.void')}
      >
        {t('promotions.box.approvedBy', {
          who,
          commit: shortCommit(commit),
          when: formatMoment(at, now),
        })}
      </Fact>
    </li>
  );
}
