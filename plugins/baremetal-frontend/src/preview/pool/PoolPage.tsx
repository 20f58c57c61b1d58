import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { changeAnswers } from '@baremetal/golden-path';
import { Page } from '../../ui/Page';
import { useT } from '../../ui/useT';
import { Verdict } from '../../ui/Verdict';
import { ProofColumns, ProofStates } from '../ProofStates';
import { useLiveProof } from '../useLiveProof';
import { POOL, type PoolFormData, type ReadyPool } from './poolProof';
import { poolHeadline } from './poolHeadline';
import { PoolProofContext } from './PoolProofContext';
import { PoolProofPanels } from './PoolProofPanels';

type Props = FieldExtensionComponentProps<PoolFormData>;

/**
 * A whole page of the pool's form: its own fields on the left, the live proof of all pages beside them.
 *
 * It is the field of the page and not of an answer, so that the answers of a pool stay as flat as its API has them.
 */
export function PoolPage(props: Props) {
  // The stepper hands over the answers of the other pages with those of this one.
  const form: PoolFormData = {
    ...props.formContext?.formData,
    ...props.formData,
  };
  return (
    <ProofStates state={useLiveProof(form, POOL)}>
      {ready => <Proven {...props} form={form} ready={ready} />}
    </ProofStates>
  );
}

function Proven(props: Props & { form: PoolFormData; ready: ReadyPool }) {
  const t = useT();
  const { form, ready, onChange } = props;
  const headline = poolHeadline(ready, t);
  const repairOf = ({ repair }: Finding) =>
    repair && (() => onChange(changeAnswers(form, repair)));
  return (
    <PoolProofContext.Provider value={ready}>
      <Page form>
        <Verdict verdict={headline} simulated={ready.platform.simulated} />
        <ProofColumns
          left={<Answers {...props} />}
          right={
            <PoolProofPanels
              ready={ready}
              headline={headline}
              repairOf={repairOf}
            />
          }
        />
      </Page>
    </PoolProofContext.Provider>
  );
}

/** The page's fields, as the form would show them without this one around them. */
function Answers(props: Props) {
  const { ObjectField } = props.registry.fields;
  if (!ObjectField) return null;
  const { 'ui:field': _, 'ui:options': __, ...uiSchema } = props.uiSchema;
  return (
    <div>
      <ObjectField {...props} uiSchema={uiSchema} />
    </div>
  );
}
