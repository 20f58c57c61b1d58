import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import type { RuntimeData } from '../formData';
import type { Proof } from '../prove';
import { PathsFold } from './PathsFold';
import { ShutdownFold } from './ShutdownFold';

/** How the platform asks a pod and ends it. The source that is made fits the defaults. */
export function MoreSection(props: {
  value: RuntimeData;
  proof: Proof;
  onChange: (patch: Partial<RuntimeData>) => void;
}) {
  const t = useT();
  const { value, proof, onChange } = props;
  return (
    <Panel title={t('create.more.title')}>
      <div>
        <PathsFold
          value={value.paths}
          proof={proof}
          onChange={paths => onChange({ paths })}
        />
        <ShutdownFold
          value={value.shutdown}
          proof={proof}
          onChange={shutdown => onChange({ shutdown })}
        />
      </div>
    </Panel>
  );
}
