import { NumberField, Select } from '@backstage/ui';
import {
  type FitAnswer,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { CopiesPicture } from './CopiesPicture';
import { DATA_SHAPES, ShapePicture } from './dataShapes';
import { FieldFindings } from './FieldFindings';
import type { DataShape, EnvironmentData, RuntimeData } from './formData';
import type { Proof } from './prove';
import { Tile } from './Tile';
import styles from './Fields.module.css';

const GIBIBYTE = 2 ** 30;

/** What data the service keeps, and on which class in which environment. */
export function DataSection(props: {
  value: RuntimeData;
  platform: PlatformFacts;
  live: FitAnswer | undefined;
  proof: Proof;
  onChange: (patch: Partial<RuntimeData>) => void;
  onEnvironment: (name: string, patch: Partial<EnvironmentData>) => void;
}) {
  const t = useT();
  const { value, platform, live, proof, onChange, onEnvironment } = props;
  const choose = (shape: DataShape) =>
    onChange({
      data:
        shape === 'sharedFiles'
          ? { shape, accessMode: 'ReadWriteOnce' }
          : { shape },
      environments: value.environments.map(environment =>
        withStorage(environment, shape === 'nothing' ? undefined : platform),
      ),
    });
  const { shape } = value.data;
  return (
    <Panel title={t('create.data.title')}>
      <div
        className={styles.tiles}
        role="radiogroup"
        aria-label={t('create.data.title')}
      >
        {DATA_SHAPES.map(name => (
          <Tile
            key={name}
            group="dataShape"
            title={t(`create.data.${name}.title`)}
            checked={shape === name}
            onChoose={() => choose(name)}
          >
            <ShapePicture shape={name} />
            <span className={styles.hint}>
              {t(`create.data.${name}.words`)}
            </span>
          </Tile>
        ))}
      </div>
      <FieldFindings proof={proof} path="data" />
      {shape === 'nothing' ? null : (
        <div
          className={styles.grid}
          role="group"
          aria-label={t('create.data.storage')}
          style={
            { '--columns': value.environments.length } as React.CSSProperties
          }
        >
          <div className={styles.row}>
            <span />
            {value.environments.map(({ name }) => (
              <b key={name} className={styles.environment}>
                {name}
              </b>
            ))}
          </div>
          <div className={styles.row}>
            <span className={styles.rowLabel}>{t('create.data.class')}</span>
            {value.environments.map((environment, i) => (
              <div key={environment.name}>
                <Select
                  size="small"
                  aria-label={t('create.runtime.inEnvironment', {
                    what: t('create.data.class'),
                    environment: environment.name,
                  })}
                  options={platform.storageClasses.map(({ name }) => ({
                    value: name,
                    label: name,
                  }))}
                  value={environment.storageClass ?? null}
                  onChange={key =>
                    onEnvironment(environment.name, {
                      storageClass: String(key),
                    })
                  }
                />
                <FieldFindings
                  proof={proof}
                  path={`environments.${environment.name}.storageClass`}
                />
                <FieldFindings
                  proof={proof}
                  path={`environments.${i}.storageClass`}
                />
              </div>
            ))}
          </div>
          <div className={styles.row}>
            <span className={styles.rowLabel}>{t('create.data.size')}</span>
            {value.environments.map((environment, i) => (
              <div key={environment.name}>
                <NumberField
                  size="small"
                  aria-label={t('create.runtime.inEnvironment', {
                    what: t('create.data.size'),
                    environment: environment.name,
                  })}
                  minValue={1}
                  value={Math.round(
                    (parseQuantity(environment.size ?? '') ?? Number.NaN) /
                      GIBIBYTE,
                  )}
                  onChange={gibibytes =>
                    onEnvironment(environment.name, { size: `${gibibytes}Gi` })
                  }
                />
                <FieldFindings
                  proof={proof}
                  path={`environments.${environment.name}.size`}
                />
                <FieldFindings proof={proof} path={`environments.${i}.size`} />
              </div>
            ))}
          </div>
          <div className={styles.row}>
            <span className={styles.rowLabel}>{t('create.data.copies')}</span>
            {value.environments.map(({ name, storageClass }) => (
              <CopiesPicture
                key={name}
                environment={name}
                storageClass={platform.storageClasses.find(
                  facts => facts.name === storageClass,
                )}
                live={live}
              />
            ))}
          </div>
        </div>
      )}
    </Panel>
  );
}

/** Fills in a class and a size when data is wanted for the first time, and takes them away when it is not. */
function withStorage(
  environment: EnvironmentData,
  platform: PlatformFacts | undefined,
): EnvironmentData {
  const { storageClass, size, ...rest } = environment;
  if (platform === undefined) return rest;
  const replicated = platform.storageClasses.find(({ copies }) => copies === 2);
  return {
    ...rest,
    storageClass:
      storageClass ?? (replicated ?? platform.storageClasses[0])?.name,
    size: size ?? '10Gi',
  };
}
