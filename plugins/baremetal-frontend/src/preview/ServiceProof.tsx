import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { RULES } from '@baremetal/golden-path';
import { useT } from '../ui/useT';
import type { EnvironmentFit } from './environmentFits';
import { FilePreview } from './FilePreview';
import { FitTable } from './FitTable';
import type { Headline } from './headline';
import { marksOf } from './marks';
import { ProofPanel } from './ProofPanel';
import { Resolved } from './Resolved';
import type { ReadyProof } from './useLiveProof';

const FIRST = 'deploy/base/kustomization.yaml';
const UNFOLDED = ['deploy/', 'deploy/base/'];

/** What is said about a service, whether it fits, and the repository that would be made. */
export function ServiceProof(props: {
  ready: ReadyProof;
  service: string;
  headline: Headline;
  fits: readonly EnvironmentFit[];
  /** What makes a finding's change on this page; `undefined` when it belongs to another. */
  repairOf: (finding: Finding) => (() => void) | undefined;
}) {
  const t = useT();
  const { ready, service, headline, fits, repairOf } = props;
  const { plan, findings } = ready.proof;
  return (
    <>
      <ProofPanel
        ready={ready}
        against={t('create.proof.against', { total: RULES.length })}
        headline={headline}
        repairOf={repairOf}
      >
        {plan ? <FitTable fits={fits} /> : null}
        {plan && plan.autoResolved.length > 0 ? (
          <Resolved resolved={plan.autoResolved} />
        ) : null}
      </ProofPanel>
      {plan ? (
        <FilePreview
          title={t('create.files.title')}
          note={t('create.files.source')}
          archive={service || 'service'}
          files={plan.files}
          marks={marksOf(findings, plan.files)}
          first={FIRST}
          unfolded={UNFOLDED}
        />
      ) : null}
    </>
  );
}
