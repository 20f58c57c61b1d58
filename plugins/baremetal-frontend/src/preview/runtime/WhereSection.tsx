import { NumberField, Select } from '@backstage/ui';
import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../../ui/Mono';
import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import type { RuntimeData } from '../formData';
import type { Proof } from '../prove';
import type { TemplateOptions } from '../templateOptions';
import { HardwareClassTiles } from './HardwareClassTiles';
import styles from '../Fields.module.css';

const LANGUAGES = ['typescript', 'go'] as const;

/** Hardware class, port and language. */
export function WhereSection(props: {
  value: RuntimeData;
  template: TemplateOptions;
  platform: PlatformFacts;
  live: FitAnswer | undefined;
  proof: Proof;
  onChange: (patch: Partial<RuntimeData>) => void;
}) {
  const t = useT();
  const { value, template, platform, live, proof, onChange } = props;
  const { archetype, shape } = template;
  return (
    <Panel
      title={t('create.runtime.where')}
      aside={<Label>{t('create.runtime.whereHint')}</Label>}
    >
      <HardwareClassTiles
        platform={platform}
        live={live}
        value={value.hardwareClass}
        onChange={hardwareClass => onChange({ hardwareClass })}
      />
      <FieldFindings proof={proof} path="hardwareClass" />
      <div className={styles.fields}>
        {archetype === 'job' ? null : (
          <div>
            <NumberField
              label={t('create.runtime.port')}
              minValue={1}
              maxValue={65535}
              formatOptions={{ useGrouping: false }}
              value={value.port ?? 8080}
              onChange={port => onChange({ port })}
            />
            <FieldFindings proof={proof} path="port" />
          </div>
        )}
        {/* Only a plain service has a skeleton in more than one language. */}
        {archetype === 'service' && shape === undefined ? (
          <Select
            label={t('create.runtime.language')}
            options={LANGUAGES.map(id => ({
              id,
              label: t(`create.runtime.languages.${id}`),
            }))}
            value={value.language ?? 'typescript'}
            onChange={key =>
              onChange({ language: LANGUAGES.find(known => known === key) })
            }
          />
        ) : null}
      </div>
    </Panel>
  );
}
