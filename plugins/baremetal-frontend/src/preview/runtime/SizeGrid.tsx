import {
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { mostPodsOf } from '@baremetal/golden-path';
import { useT } from '../../ui/useT';
import type { EnvironmentData, ScalingData } from '../formData';
import type { Proof } from '../prove';
import type { TemplateOptions } from '../templateOptions';
import { EnvironmentGrid, EnvironmentRow, NumberRow } from './EnvironmentGrid';
import styles from '../Fields.module.css';

const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;
const ONE_POD = { kind: 'fixed' } as const;

/** Replicas and requests, a column per environment. A job has requests only. */
export function SizeGrid(props: {
  archetype: TemplateOptions['archetype'];
  scaling: ScalingData | undefined;
  environments: readonly EnvironmentData[];
  proof: Proof;
  onChange: (name: string, patch: Partial<EnvironmentData>) => void;
}) {
  const t = useT();
  const { archetype, environments, proof, onChange } = props;
  const scaling = props.scaling ?? ONE_POD;
  const most = (environment: EnvironmentData) =>
    mostPodsOf({ archetype, scaling }, environment);
  const common = { environments, proof, onChange };
  const isScaled = scaling.kind !== 'fixed';
  return (
    <EnvironmentGrid
      label={t('create.runtime.size')}
      environments={environments}
    >
      {archetype === 'job' ? null : (
        <NumberRow
          {...common}
          label={t(
            isScaled ? 'create.runtime.least' : 'create.runtime.replicas',
          )}
          field="replicas"
          read={({ replicas }) => replicas}
          write={replicas => ({ replicas })}
        />
      )}
      {isScaled && archetype !== 'job' ? (
        <NumberRow
          {...common}
          label={t('create.runtime.most')}
          field="maxReplicas"
          least={1}
          read={most}
          write={maxReplicas => ({ maxReplicas })}
        />
      ) : null}
      <NumberRow
        {...common}
        label={t('create.runtime.cpu')}
        field="cpu"
        step={50}
        read={({ cpu }) => parseMillicores(cpu) ?? Number.NaN}
        write={millicores => ({ cpu: `${millicores}m` })}
      />
      <NumberRow
        {...common}
        label={t('create.runtime.memory')}
        field="memory"
        step={64}
        read={({ memory }) =>
          Math.round((parseQuantity(memory) ?? Number.NaN) / MEBIBYTE)
        }
        write={mebibytes => ({ memory: `${mebibytes}Mi` })}
      />
      <EnvironmentRow
        label={t(
          isScaled ? 'create.runtime.atMost' : 'create.runtime.together',
        )}
        environments={environments}
      >
        {environment => (
          <span className={styles.sum}>
            {t('create.runtime.sum', sumOf(environment, most(environment)))}
          </span>
        )}
      </EnvironmentRow>
    </EnvironmentGrid>
  );
}

function sumOf({ cpu, memory }: EnvironmentData, pods: number) {
  return {
    cores: (pods * (parseMillicores(cpu) ?? 0)) / 1000,
    memory: Number(
      ((pods * (parseQuantity(memory) ?? 0)) / GIBIBYTE).toFixed(2),
    ),
  };
}
