import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { locatePool, POOL_RULES, poolFolder } from '@baremetal/golden-path';
import { useT } from '../../ui/useT';
import { FilePreview } from '../FilePreview';
import { foldersOf } from '../fileRows';
import type { Headline } from '../headline';
import { marksBy } from '../marks';
import { ProofPanel } from '../ProofPanel';
import { PoolMachines } from './PoolMachines';
import { poolMachines } from './poolHeadline';
import type { ReadyPool } from './poolProof';

/** What is said about a pool, its machines, and the files of the pull request. */
export function PoolProofPanels(props: {
  ready: ReadyPool;
  headline: Headline;
  repairOf: (finding: Finding) => (() => void) | undefined;
}) {
  const t = useT();
  const { ready, headline, repairOf } = props;
  const { plan, findings } = ready.proof;
  const { owner, name } = ready.platform.platformRepo;
  return (
    <>
      <ProofPanel
        ready={ready}
        against={t('create.pool.against', { total: POOL_RULES.length })}
        headline={headline}
        repairOf={repairOf}
      >
        {plan ? <PoolMachines placed={poolMachines(ready)} /> : null}
      </ProofPanel>
      {plan ? (
        <FilePreview
          title={t('create.pool.files')}
          note={t('create.pool.repository', { repository: `${owner}/${name}` })}
          archive={`pool-${plan.spec.name}`}
          files={plan.files}
          marks={marksBy(findings, finding => locatePool(finding, plan))}
          first={`${poolFolder(plan.spec.name)}/kustomization.yaml`}
          unfolded={[...plan.files.keys()].flatMap(foldersOf)}
        />
      ) : null}
    </>
  );
}
