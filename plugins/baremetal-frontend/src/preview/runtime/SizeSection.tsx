import { NumberField } from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../../ui/Mono';
import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import type { EnvironmentData, RuntimeData } from '../formData';
import type { Proof } from '../prove';
import type { TemplateOptions } from '../templateOptions';
import { HostnamesFold } from './HostnamesFold';
import { RecommendationsFold } from './RecommendationsFold';
import { ScalingFold } from './ScalingFold';
import { SizeGrid } from './SizeGrid';
import styles from '../Fields.module.css';

/** How much the service gets in each environment, and who may change the number of its pods. */
export function SizeSection(props: {
  value: RuntimeData;
  service: string;
  archetype: TemplateOptions['archetype'];
  platform: PlatformFacts;
  proof: Proof;
  onChange: (patch: Partial<RuntimeData>) => void;
  onEnvironment: (name: string, patch: Partial<EnvironmentData>) => void;
}) {
  const t = useT();
  const { value, archetype, platform, proof, onChange, onEnvironment } = props;
  return (
    <Panel
      title={t('create.runtime.size')}
      aside={<Label>{t('create.runtime.sizeHint')}</Label>}
    >
      <SizeGrid
        archetype={archetype}
        scaling={value.scaling}
        environments={value.environments}
        proof={proof}
        onChange={onEnvironment}
      />
      {archetype === 'job' ? null : (
        <>
          <div className={styles.short}>
            <NumberField
              label={t('create.runtime.disruption')}
              description={t('create.runtime.disruptionHint')}
              minValue={0}
              value={value.disruption?.maxUnavailable ?? 0}
              onChange={maxUnavailable =>
                onChange({ disruption: { maxUnavailable } })
              }
            />
            <FieldFindings proof={proof} path="disruption" />
          </div>
          <ScalingFold
            archetype={archetype}
            value={value.scaling}
            proof={proof}
            onChange={scaling => onChange({ scaling })}
          />
        </>
      )}
      <RecommendationsFold
        value={value.recommendations ?? false}
        proof={proof}
        onChange={recommendations => onChange({ recommendations })}
      />
      {archetype === 'service' ? (
        <HostnamesFold
          service={props.service}
          environments={value.environments}
          platform={platform}
          proof={proof}
          onChange={onEnvironment}
        />
      ) : null}
    </Panel>
  );
}
