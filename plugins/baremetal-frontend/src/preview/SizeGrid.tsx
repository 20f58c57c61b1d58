import { NumberField } from '@backstage/ui';
import {
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { useT } from '../ui/useT';
import { FieldFindings } from './FieldFindings';
import type { EnvironmentData } from './formData';
import type { Proof } from './prove';
import styles from './Fields.module.css';

const MEBIBYTE = 2 ** 20;

/** Replicas and requests, a column per environment. */
export function SizeGrid(props: {
  environments: readonly EnvironmentData[];
  proof: Proof;
  onChange: (name: string, patch: Partial<EnvironmentData>) => void;
}) {
  const t = useT();
  const { environments, proof, onChange } = props;
  const row = (
    label: string,
    field: 'replicas' | 'cpu' | 'memory',
    input: {
      step?: number;
      read: (environment: EnvironmentData) => number;
      write: (value: number) => Partial<EnvironmentData>;
    },
  ) => (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{label}</span>
      {environments.map((environment, i) => (
        <div key={environment.name}>
          <NumberField
            size="small"
            aria-label={t('create.runtime.inEnvironment', {
              what: label,
              environment: environment.name,
            })}
            minValue={0}
            step={input.step}
            value={input.read(environment)}
            onChange={number => onChange(environment.name, input.write(number))}
          />
          <FieldFindings
            proof={proof}
            path={`environments.${environment.name}.${field}`}
          />
          <FieldFindings proof={proof} path={`environments.${i}.${field}`} />
        </div>
      ))}
    </div>
  );
  return (
    <div
      className={styles.grid}
      role="group"
      aria-label={t('create.runtime.size')}
      style={{ '--columns': environments.length } as React.CSSProperties}
    >
      <div className={styles.row}>
        <span />
        {environments.map(({ name }) => (
          <b key={name} className={styles.environment}>
            {name}
          </b>
        ))}
      </div>
      {row(t('create.runtime.replicas'), 'replicas', {
        read: ({ replicas }) => replicas,
        write: replicas => ({ replicas }),
      })}
      {row(t('create.runtime.cpu'), 'cpu', {
        step: 50,
        read: ({ cpu }) => parseMillicores(cpu) ?? Number.NaN,
        write: millicores => ({ cpu: `${millicores}m` }),
      })}
      {row(t('create.runtime.memory'), 'memory', {
        step: 64,
        read: ({ memory }) =>
          Math.round((parseQuantity(memory) ?? Number.NaN) / MEBIBYTE),
        write: mebibytes => ({ memory: `${mebibytes}Mi` }),
      })}
      <div className={styles.row}>
        <span className={styles.rowLabel}>{t('create.runtime.together')}</span>
        {environments.map(({ name, replicas, cpu, memory }) => (
          <span key={name} className={styles.hint}>
            {t('create.runtime.sum', {
              cores: (replicas * (parseMillicores(cpu) ?? 0)) / 1000,
              memory: Number(
                ((replicas * (parseQuantity(memory) ?? 0)) / 2 ** 30).toFixed(
                  2,
                ),
              ),
            })}
          </span>
        ))}
      </div>
    </div>
  );
}
