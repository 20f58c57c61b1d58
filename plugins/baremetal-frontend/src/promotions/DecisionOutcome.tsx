import { describeFailure } from '../ui/describeFailure';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { shortCommit } from './shortCommit';
import type { Decision } from './useDecision';

/** What the last press of a button led to. */
export function DecisionOutcome(props: { decision: Decision }) {
  const t = useT();
  const { decision } = props;
  switch (decision.state) {
    case 'idle':
      return null;
    case 'sending':
      return (
        <div role="status">
          <Fact tone="busy">
            {decision.verb === 'approve'
              ? t('promotions.box.approving')
              : t('promotions.box.merging')}
          </Fact>
        </div>
      );
    case 'done':
      return (
        <div role="status">
          <Fact tone="ok">
            {decision.verb === 'approve'
              ? t('promotions.box.approved', {
                  commit: shortCommit(decision.headCommit),
                })
              : t('promotions.box.merged')}
          </Fact>
        </div>
      );
    case 'failed':
      return <Refused error={decision.error} />;
  }
}

function Refused(props: { error: Error }) {
  const t = useT();
  const { kind, message } = describeFailure(props.error);
  return (
    <div role="alert">
      {kind === 'moved' ? (
        <Fact tone="warn" detail={message}>
          {t('promotions.box.refused')}
        </Fact>
      ) : (
        <Fact tone="bad" detail={message}>
          {kind === 'denied'
            ? t('promotions.box.denied')
            : t('promotions.box.failed')}
        </Fact>
      )}
    </div>
  );
}
