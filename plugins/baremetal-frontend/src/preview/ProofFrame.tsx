import type { ReactNode } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { describeFailure } from '../ui/describeFailure';
import { Page } from '../ui/Page';
import { useT } from '../ui/useT';
import { Verdict } from '../ui/Verdict';
import { FilePreview } from './FilePreview';
import type { CreateFormData, FormPage } from './formData';
import { environmentFits } from './environmentFits';
import { headlineOf } from './headline';
import { ProofPanel } from './ProofPanel';
import { repairPage } from './repairPage';
import { type ProofState, useProof } from './useProof';
import { withDefaults } from './withDefaults';
import styles from './ProofFrame.module.css';

export type ReadyProof = Extract<ProofState, { state: 'ready' }>;

/** One page of the form: the verdict, and below it questions on the left and the live proof beside them. */
export function ProofFrame<K extends FormPage>(props: {
  form: CreateFormData;
  page: K;
  /** The page's answers with a finding's change made to them. */
  onRepair: (answers: NonNullable<CreateFormData[K]>) => void;
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
  return <Proven {...props} ready={state} />;
}

function Proven<K extends FormPage>(props: {
  form: CreateFormData;
  page: K;
  onRepair: (answers: NonNullable<CreateFormData[K]>) => void;
  children: (ready: ReadyProof) => ReactNode;
  ready: ReadyProof;
}) {
  const t = useT();
  const { form, page, ready, onRepair } = props;
  const { platform, live, proof } = ready;
  const answers = withDefaults(form, platform);
  const fits = environmentFits({
    peaks: proof.plan?.peaks ?? [],
    live,
    platform,
    hardwareClass: answers.runtime.hardwareClass,
  });
  const headline = headlineOf(proof, fits, t);
  const repairOf = ({ repair }: Finding) => {
    const repaired = repair && repairPage(page, answers[page], repair);
    return repaired && (() => onRepair(repaired));
  };
  return (
    <Page>
      <Verdict verdict={headline} simulated={platform.simulated} />
      <div className={styles.columns}>
        <div className={styles.left}>{props.children(ready)}</div>
        <aside className={styles.right} aria-label={t('create.proof.label')}>
          <ProofPanel
            ready={ready}
            headline={headline}
            fits={fits}
            repairOf={repairOf}
          />
          {proof.plan ? (
            <FilePreview
              service={form.identity?.name ?? ''}
              files={proof.plan.files}
              findings={proof.findings}
            />
          ) : null}
        </aside>
      </div>
    </Page>
  );
}
