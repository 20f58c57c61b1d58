import { Checkbox } from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../../ui/Mono';
import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import type { DeliveryData, ExposureKind } from '../formData';
import type { Proof } from '../prove';
import { TileGroup } from '../TileGroup';
import { ExposureDetails } from './ExposureDetails';
import { EXPOSURES, isOffered, newExposure } from './exposures';
import { Hostnames } from './Hostnames';
import type { CreateFormData } from '../formData';

/** Who reaches the service, and through what. What the platform has not is shown with the reason. */
export function ExposureSection(props: {
  form: CreateFormData;
  value: DeliveryData;
  platform: PlatformFacts;
  proof: Proof;
  onChange: (patch: Partial<DeliveryData>) => void;
}) {
  const t = useT();
  const { form, value, platform, proof, onChange } = props;
  const exposure = value.exposure ?? { kind: 'clusterOnly' };
  const caution = (kind: ExposureKind) =>
    kind === 'ingressNginx'
      ? t('create.exposure.ingressNginx.caution')
      : undefined;
  return (
    <Panel
      title={t('create.exposure.title')}
      aside={<Label>{t('create.exposure.hint')}</Label>}
    >
      <TileGroup
        label={t('create.exposure.title')}
        value={exposure.kind}
        choices={EXPOSURES.map(kind => ({
          value: kind,
          title: t(`create.exposure.${kind}.title`),
          words: t(`create.exposure.${kind}.words`),
          impossible: isOffered(kind, platform)
            ? undefined
            : t(`create.exposure.missing`),
          caution: caution(kind),
        }))}
        onChange={kind =>
          onChange({
            exposure: newExposure(kind, platform),
            edge: kind === 'clusterOnly' ? undefined : value.edge,
          })
        }
      />
      <ExposureDetails
        value={exposure}
        platform={platform}
        onChange={next => onChange({ exposure: next })}
      />
      {exposure.kind === 'clusterOnly' ? null : (
        <>
          {platform.exposure?.caddy ? (
            <Checkbox
              isSelected={value.edge === 'caddy'}
              onChange={on => onChange({ edge: on ? 'caddy' : 'none' })}
            >
              {t('create.exposure.caddy')}
            </Checkbox>
          ) : null}
          <Hostnames form={form} platform={platform} />
        </>
      )}
      <FieldFindings proof={proof} path="exposure" />
      <FieldFindings proof={proof} path="edge" />
    </Panel>
  );
}
