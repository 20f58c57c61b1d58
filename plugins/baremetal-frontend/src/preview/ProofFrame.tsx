import type { ReactNode } from 'react';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { Page } from '../ui/Page';
import { useT } from '../ui/useT';
import { Verdict } from '../ui/Verdict';
import type { CreateFormData, FormPage } from './formData';
import { environmentFits } from './environmentFits';
import { headlineOf } from './headline';
import { ProofColumns, ProofStates } from './ProofStates';
import { repairPage } from './repairPage';
import { ServiceProof } from './ServiceProof';
import type { ReadyProof } from './useLiveProof';
import { useProof } from './useProof';
import { withDefaults } from './withDefaults';

interface FrameProps<K extends FormPage> {
  form: CreateFormData;
  page: K;
  /** The page's answers with a finding's change made to them. */
  onRepair: (answers: NonNullable<CreateFormData[K]>) => void;
  children: (ready: ReadyProof) => ReactNode;
}

/** One page of the form: the verdict, and below it questions on the left and the live proof beside them. */
export function ProofFrame<K extends FormPage>(props: FrameProps<K>) {
  const state = useProof(props.form);
  return (
    <ProofStates state={state}>
      {ready => <Proven {...props} ready={ready} />}
    </ProofStates>
  );
}

function Proven<K extends FormPage>(
  props: FrameProps<K> & { ready: ReadyProof },
) {
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
    <Page form>
      <Verdict verdict={headline} simulated={platform.simulated} />
      <ProofColumns
        left={props.children(ready)}
        right={
          <ServiceProof
            ready={ready}
            service={form.identity?.name ?? ''}
            headline={headline}
            fits={fits}
            repairOf={repairOf}
          />
        }
      />
    </Page>
  );
}
