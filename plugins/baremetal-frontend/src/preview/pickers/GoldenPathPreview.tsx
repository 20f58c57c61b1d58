import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Page } from '../../ui/Page';
import { useT } from '../../ui/useT';
import { Verdict } from '../../ui/Verdict';
import { environmentFits } from '../environmentFits';
import type { CreateFormData } from '../formData';
import { headlineOf } from '../headline';
import { ProofStates } from '../ProofStates';
import { ServiceProof } from '../ServiceProof';
import { chosenTemplate } from '../templateOptions';
import { useDefaults } from '../useField';
import type { ReadyProof } from '../useLiveProof';
import { useProof } from '../useProof';
import { WarningsSection } from '../WarningsSection';
import { withDefaults } from '../withDefaults';

/** What the preview itself is answered with: the warnings that are accepted, by their ids. */
export interface PreviewData {
  readonly acknowledged?: readonly string[];
}

type Props = FieldExtensionComponentProps<PreviewData | undefined>;

/** The whole service that the form describes so far: verdict, findings, whether it fits, and every file. */
export function GoldenPathPreview(props: Props) {
  const { onChange, formData } = props;
  // The stepper asks only fields that have an answer whether the page may be left.
  useDefaults(onChange, { acknowledged: [] }, !formData?.acknowledged);
  const answers: CreateFormData = props.formContext?.formData ?? {};
  const form = {
    ...answers,
    template: chosenTemplate(props.uiSchema, answers),
  };
  return (
    <ProofStates state={useProof(form)}>
      {ready => <Proven {...props} form={form} ready={ready} />}
    </ProofStates>
  );
}

function Proven(props: Props & { form: CreateFormData; ready: ReadyProof }) {
  const t = useT();
  const { form, ready, formData, onChange } = props;
  const { proof, live, platform } = ready;
  const fits = environmentFits({
    peaks: proof.plan?.peaks ?? [],
    live,
    platform,
    hardwareClass: withDefaults(form, platform).runtime.hardwareClass,
  });
  const headline = headlineOf(proof, fits, t);
  return (
    <Page form>
      <Verdict verdict={headline} simulated={platform.simulated} />
      <ServiceProof
        ready={ready}
        service={form.identity?.name ?? ''}
        headline={headline}
        fits={fits}
        // What is to be changed is on other pages, and each finding says on which.
        repairOf={() => undefined}
      />
      <WarningsSection
        proof={proof}
        acknowledged={formData?.acknowledged ?? []}
        onChange={acknowledged => onChange({ ...formData, acknowledged })}
      />
    </Page>
  );
}
