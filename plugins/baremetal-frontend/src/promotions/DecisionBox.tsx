import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiGitMergeLine, RiLoader4Line } from '@remixicon/react';
import type {
  PromotionAction,
  PromotionDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Reason } from '../ui/Reason';
import { Sentence } from '../ui/Sentence';
import { Fact, Status } from '../ui/Status';
import { useT } from '../ui/useT';
import { DecisionOutcome } from './DecisionOutcome';
import { shortCommit } from './shortCommit';
import { useDecision, type DecisionVerb } from './useDecision';
import styles from './PromotionView.module.css';

/** State, what is missing, who may act, and the two buttons with their effects or reasons. */
export function DecisionBox(props: {
  promotion: PromotionDetail;
  reload: () => void;
}) {
  const t = useT();
  const { promotion, reload } = props;
  const { status, unmet, whoMayAct, headCommit } = promotion;
  // What the reader looks at; a head that moves meanwhile must be looked at first.
  const [seenHead, setSeenHead] = useState(headCommit);
  const { decision, decide } = useDecision(promotion.id, reload);
  const moved = seenHead !== headCommit;
  const sending = decision.state === 'sending' ? decision.verb : undefined;
  return (
    <Panel
      title={t('promotions.box.title')}
      end={<Status tone={status.tone}>{status.words}</Status>}
    >
      <div className={styles.missing}>
        <div>
          <Label>{t('promotions.box.missing')}</Label>
          <Fact tone={status.tone}>
            <Sentence>{unmet}</Sentence>
          </Fact>
        </div>
        <div>
          <Label>{t('promotions.box.who')}</Label>
          <p>
            <Sentence>{whoMayAct}</Sentence>
          </p>
        </div>
      </div>
      {moved ? (
        <div className={styles.moved} role="alert">
          {t('promotions.box.moved', { head: shortCommit(headCommit) })}
          <Button
            size="small"
            variant="secondary"
            onPress={() => setSeenHead(headCommit)}
          >
            {t('promotions.box.look')}
          </Button>
        </div>
      ) : null}
      <div className={styles.actions}>
        {(['approve', 'merge'] as const).map(verb => (
          <Action
            key={verb}
            verb={verb}
            action={promotion[verb]}
            blocked={moved || (sending !== undefined && sending !== verb)}
            sending={sending === verb}
            send={() => decide(verb, seenHead)}
          />
        ))}
      </div>
      <DecisionOutcome decision={decision} />
    </Panel>
  );
}

const ICONS = { approve: RiCheckLine, merge: RiGitMergeLine };

function Action(props: {
  verb: DecisionVerb;
  action: PromotionAction;
  blocked: boolean;
  sending: boolean;
  send: () => void;
}) {
  const t = useT();
  const { verb, action, blocked, sending, send } = props;
  const Icon = ICONS[verb];
  const enabled = action.enabled && !blocked;
  return (
    <div className={styles.action}>
      <Button
        variant={enabled ? 'primary' : 'secondary'}
        iconStart={sending ? <RiLoader4Line /> : <Icon />}
        isDisabled={!enabled}
        onPress={send}
      >
        {t(`promotions.box.${verb}`)}
      </Button>
      {action.enabled ? (
        <Label>{action.words}</Label>
      ) : (
        <Reason>{action.words}</Reason>
      )}
    </div>
  );
}
