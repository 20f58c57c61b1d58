import { BreadcrumbEntry, useRouteRef } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { RiArrowRightLine } from '@remixicon/react';
import type { PromotionDetail } from '@baremetal/backstage-plugin-baremetal-common';
import { promotionsRouteRef } from '../routes';
import { AppLink, ExternalLink } from '../ui/AppLink';
import { useNow } from '../ui/clock';
import { Diff } from '../ui/Diff';
import { formatMoment } from '../ui/formatTime';
import { GateList } from '../ui/Gates';
import { Label, Mono } from '../ui/Mono';
import { ObservedAt } from '../ui/ObservedAt';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useEntityName } from '../ui/useEntityName';
import { useT } from '../ui/useT';
import { Verdict } from '../ui/Verdict';
import { DecisionBox } from './DecisionBox';
import { References } from './References';
import styles from './PromotionView.module.css';

export interface PromotionViewProps {
  readonly promotion: PromotionDetail;
  readonly reload: () => void;
}

/** One promotion, drawn. */
export function PromotionView(props: PromotionViewProps) {
  const t = useT();
  const { promotion, reload } = props;
  const { gates, diff, drift } = promotion;
  const passed = gates.filter(gate => gate.state === 'passed').length;
  const changed = diff.lines.filter(line => line.kind === 'added').length;
  return (
    <>
      <Heading promotion={promotion} />
      <Verdict
        verdict={promotion.verdict}
        simulated={promotion.simulated}
        meta={<Meta promotion={promotion} />}
      />
      <div className={styles.columns}>
        <div className={styles.left}>
          {drift ? (
            <div className={styles.drift}>
              <Fact tone="warn">{drift}</Fact>
            </div>
          ) : null}
          <Panel
            title={t('promotions.detail.gates')}
            aside={
              <Label>
                {t('promotions.detail.gatesPassed', {
                  passed: String(passed),
                  all: String(gates.length),
                })}
              </Label>
            }
          >
            <GateList gates={gates} />
          </Panel>
          <Panel
            title={t('promotions.detail.git')}
            aside={
              <Label>
                {t('promotions.detail.gitLines', { count: changed })}
              </Label>
            }
            end={
              <ExternalLink href={promotion.changeUrl}>
                {t('promotions.detail.viewOnHost')}
              </ExternalLink>
            }
          >
            <Diff diff={diff} />
          </Panel>
        </div>
        <aside className={styles.right}>
          <DecisionBox promotion={promotion} reload={reload} />
          <References promotion={promotion} />
        </aside>
      </div>
    </>
  );
}

function Heading(props: { promotion: PromotionDetail }) {
  const t = useT();
  const queue = useRouteRef(promotionsRouteRef);
  const { service, from, to } = props.promotion;
  const title = t('promotions.detail.title', { name: service.name, from, to });
  return (
    <BreadcrumbEntry entry={{ label: title, href: '' }}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        <AppLink to={queue?.()}>{t('promotions.detail.all')}</AppLink>
      </div>
    </BreadcrumbEntry>
  );
}

function Meta(props: { promotion: PromotionDetail }) {
  const t = useT();
  const now = useNow();
  const entityLink = useRouteRef(entityRouteRef);
  const { promotion } = props;
  const { current, candidate, owner, system = '' } = promotion;
  const ownerName = useEntityName(owner);
  const systemName = useEntityName(system);
  return (
    <>
      <span className={styles.versions}>
        {current ? <Mono>{current.text}</Mono> : null}
        <RiArrowRightLine
          size={14}
          role="img"
          aria-label={t('promotions.row.to')}
        />
        <Mono strong>{candidate.text}</Mono>
      </span>
      <span>
        {promotion.imageOnly
          ? t('promotions.row.imageOnly')
          : t('promotions.row.more')}
      </span>
      <span>
        {t('promotions.detail.askedBy', {
          who: useEntityName(promotion.requestedBy),
          when: formatMoment(promotion.requestedAt, now),
        })}
      </span>
      <span>{t('promotions.detail.owner', { owner: ownerName })}</span>
      {system ? (
        <span>{t('promotions.detail.system', { system: systemName })}</span>
      ) : null}
      <AppLink to={entityLink?.(parseEntityRef(promotion.service.entityRef))}>
        {promotion.service.name}
      </AppLink>
      <ObservedAt at={promotion.answeredAt} />
    </>
  );
}
