import type { ReactNode } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { describeFailure } from '../ui/describeFailure';
import { Page } from '../ui/Page';
import { useT } from '../ui/useT';
import { defaultRuntime } from './defaults';
import { FilePreview } from './FilePreview';
import type { CreateFormData } from './formData';
import { ProofPanel } from './ProofPanel';
import { PLAIN_SERVICE } from './templateOptions';
import { type ProofState, useProof } from './useProof';
import styles from './ProofFrame.module.css';

export type ReadyProof = Extract<ProofState, { state: 'ready' }>;

/** One page of the form: questions on the left, the live proof beside them. */
export function ProofFrame(props: {
  form: CreateFormData;
  children: (ready: ReadyProof) => ReactNode;
}) {
  const t = useT();
  const state = useProof(props.form);
  if (state.state === 'loading') {
    return (
      <Page>
        <div
          className={styles.columns}
          aria-busy
          aria-label={t('create.loading')}
        >
          <Skeleton height={320} />
          <Skeleton height={320} />
        </div>
      </Page>
    );
  }
  if (state.state === 'failed') {
    return (
      <Page>
        <p role="alert">
          {t(`failure.${describeFailure(state.error).kind}`, {
            what: t('create.platform'),
          })}
        </p>
        <Button variant="secondary" onPress={state.retry}>
          {t('action.retry')}
        </Button>
      </Page>
    );
  }
  return (
    <Page>
      <div className={styles.columns}>
        <div className={styles.left}>{props.children(state)}</div>
        <aside className={styles.right} aria-label={t('create.proof.label')}>
          <ProofPanel
            ready={state}
            hardwareClass={
              props.form.runtime?.hardwareClass ??
              defaultRuntime(
                state.platform,
                props.form.template ?? PLAIN_SERVICE,
              ).hardwareClass
            }
          />
          {state.proof.plan ? (
            <FilePreview
              files={state.proof.plan.files}
              findings={state.proof.findings}
            />
          ) : null}
        </aside>
      </div>
    </Page>
  );
}
