import { Button, VisuallyHidden } from '@backstage/ui';
import { RiGitPullRequestLine, RiLoader4Line } from '@remixicon/react';
import type { PromotionPreview } from '@baremetal/backstage-plugin-baremetal-common';
import { describeFailure } from '../ui/describeFailure';
import { Diff } from '../ui/Diff';
import { GateList } from '../ui/Gates';
import { Mono } from '../ui/Mono';
import { Reason } from '../ui/Reason';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import type { Opening } from './useOpenPromotion';
import styles from './PromoteDialog.module.css';

/** Image, diff, gates, and the button. */
export function PromotePreview(props: {
  preview: PromotionPreview;
  opening: Opening;
  open: () => void;
  lookAgain: () => void;
}) {
  const t = useT();
  const { preview, opening } = props;
  const { verdict, diff, gates } = preview;
  return (
    <>
      <div className={styles.body}>
        <Fact tone={verdict.tone} detail={verdict.detail} lead>
          {verdict.sentence}
        </Fact>
        <Candidate preview={preview} />
        <section>
          <h3>{t('overview.dialog.change')}</h3>
          {diff ? (
            <Diff diff={diff} />
          ) : (
            <Fact tone="unknown">{t('overview.dialog.noDiff')}</Fact>
          )}
        </section>
        <section>
          <h3>{t('overview.dialog.gates')}</h3>
          <GateList gates={gates} />
        </section>
      </div>
      <div className={styles.foot}>
        <Outcome opening={opening} lookAgain={props.lookAgain} />
        {preview.openable ? null : (
          <Reason>{t('overview.dialog.disabled')}</Reason>
        )}
        {/* Not `isPending`: it announces itself by an image without a name. */}
        <Button
          variant={preview.openable ? 'primary' : 'secondary'}
          iconStart={
            opening.state === 'opening' ? (
              <RiLoader4Line />
            ) : (
              <RiGitPullRequestLine />
            )
          }
          isDisabled={!preview.openable}
          onPress={props.open}
        >
          {opening.state === 'opening'
            ? t('overview.dialog.opening')
            : t('overview.dialog.open')}
        </Button>
      </div>
    </>
  );
}

function Candidate(props: { preview: PromotionPreview }) {
  const t = useT();
  const { candidate, from } = props.preview;
  return candidate ? (
    <dl className={styles.image}>
      <dt>{t('overview.dialog.image', { from })}</dt>
      <dd>
        <Mono strong>{candidate.text}</Mono> <Mono>{candidate.image}</Mono>
      </dd>
      <dt>{t('overview.dialog.digest')}</dt>
      <dd>
        <Mono>{candidate.digest ?? t('overview.dialog.noDigest')}</Mono>
      </dd>
    </dl>
  ) : null;
}

function Outcome(props: { opening: Opening; lookAgain: () => void }) {
  const t = useT();
  const { opening } = props;
  if (opening.state !== 'failed') {
    return (
      <span role="status">
        {opening.state === 'opening' ? (
          <VisuallyHidden>{t('overview.dialog.opening')}</VisuallyHidden>
        ) : null}
      </span>
    );
  }
  const { kind, message } = describeFailure(opening.error);
  const sentence = {
    moved: t('overview.dialog.moved'),
    denied: t('overview.dialog.denied'),
    missing: t('overview.dialog.failed'),
    signedOut: t('overview.dialog.failed'),
    offline: t('overview.dialog.failed'),
    server: t('overview.dialog.failed'),
  }[kind];
  return (
    <div role="alert">
      <Fact tone={kind === 'moved' ? 'warn' : 'bad'} detail={message} small>
        {sentence}
      </Fact>
      {kind === 'moved' ? (
        <Button size="small" variant="secondary" onPress={props.lookAgain}>
          {t('overview.dialog.again')}
        </Button>
      ) : null}
    </div>
  );
}
