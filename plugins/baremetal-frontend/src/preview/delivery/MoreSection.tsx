import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import type { DeliveryData } from '../formData';
import type { Proof } from '../prove';
import type { TemplateOptions } from '../templateOptions';
import { EgressFold } from './EgressFold';
import { MigrationFold } from './MigrationFold';
import { ServiceLevelFold } from './ServiceLevelFold';
import { SyncFold } from './SyncFold';

/** Answers whose defaults do for most services: what it calls and promises, its database, production. */
export function MoreSection(props: {
  value: DeliveryData;
  archetype: TemplateOptions['archetype'];
  proof: Proof;
  onChange: (patch: Partial<DeliveryData>) => void;
}) {
  const t = useT();
  const { value, archetype, proof, onChange } = props;
  return (
    <Panel title={t('create.more.title')}>
      <div>
        <EgressFold
          value={value.egress ?? []}
          proof={proof}
          onChange={egress => onChange({ egress })}
        />
        {archetype === 'service' ? (
          <ServiceLevelFold
            value={value.slo}
            proof={proof}
            onChange={slo => onChange({ slo })}
          />
        ) : null}
        {archetype === 'job' ? null : (
          <MigrationFold
            value={value.migration}
            proof={proof}
            onChange={migration => onChange({ migration })}
          />
        )}
        <SyncFold
          value={value.productionSync}
          proof={proof}
          onChange={productionSync => onChange({ productionSync })}
        />
      </div>
    </Panel>
  );
}
