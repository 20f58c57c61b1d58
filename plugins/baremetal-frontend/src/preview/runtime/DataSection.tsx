import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../../ui/Mono';
import { Panel } from '../../ui/Panel';
import { useT } from '../../ui/useT';
import { dataOf, withStorage } from '../defaults';
import { FieldFindings } from '../FieldFindings';
import type { DataShape, EnvironmentData, RuntimeData } from '../formData';
import type { Proof } from '../prove';
import type { TemplateOptions } from '../templateOptions';
import { TileGroup } from '../TileGroup';
import { DataDetails } from './DataDetails';
import { shapesOf, ShapePicture } from './dataShapes';
import { SnapshotsFold } from './SnapshotsFold';
import { StorageGrid } from './StorageGrid';

/** What data the service keeps, and on which class in which environment. */
export function DataSection(props: {
  value: RuntimeData;
  template: TemplateOptions;
  platform: PlatformFacts;
  live: FitAnswer | undefined;
  proof: Proof;
  onChange: (patch: Partial<RuntimeData>) => void;
  onEnvironment: (name: string, patch: Partial<EnvironmentData>) => void;
}) {
  const t = useT();
  const { value, template, platform, live, proof, onChange } = props;
  const { shape } = value.data;
  const shapes = shapesOf(template);
  const choose = (next: DataShape) =>
    onChange({
      data: dataOf(next),
      // Nothing would be left to take snapshots of.
      snapshots: lasts(next) ? value.snapshots : undefined,
      environments: value.environments.map(environment =>
        withStorage(environment, next === 'nothing' ? undefined : platform),
      ),
    });
  return (
    <Panel
      title={t('create.data.title')}
      aside={
        shapes.length === 1 ? (
          <Label>{t(`create.data.${shape}.words`)}</Label>
        ) : undefined
      }
    >
      {shapes.length > 1 ? (
        <TileGroup
          label={t('create.data.title')}
          value={shape}
          choices={shapes.map(name => ({
            value: name,
            title: t(`create.data.${name}.title`),
            words: t(`create.data.${name}.words`),
            picture: <ShapePicture shape={name} />,
          }))}
          onChange={choose}
        />
      ) : null}
      <FieldFindings proof={proof} path="data" />
      {shape === 'nothing' ? null : (
        <>
          <StorageGrid
            environments={value.environments}
            platform={platform}
            live={live}
            proof={proof}
            onEnvironment={props.onEnvironment}
          />
          <DataDetails
            data={value.data}
            platform={platform}
            onChange={data => onChange({ data })}
          />
          {lasts(shape) ? (
            <SnapshotsFold
              value={value.snapshots}
              proof={proof}
              onChange={snapshots => onChange({ snapshots })}
            />
          ) : null}
        </>
      )}
    </Panel>
  );
}

/** Whether it outlives the pod. */
function lasts(shape: DataShape): boolean {
  return shape !== 'nothing' && shape !== 'scratch';
}
