import { NumberField } from '@backstage/ui';
import type { CSSProperties, ReactNode } from 'react';
import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import type { EnvironmentData } from '../formData';
import type { Proof } from '../prove';
import styles from '../Fields.module.css';

/** A column per environment, in promotion order; the rows are its children. */
export function EnvironmentGrid(props: {
  label: string;
  environments: readonly EnvironmentData[];
  children: ReactNode;
}) {
  const { label, environments, children } = props;
  return (
    <div
      className={styles.grid}
      role="group"
      aria-label={label}
      style={{ '--columns': environments.length } as CSSProperties}
    >
      <div className={styles.row}>
        <span />
        {environments.map(({ name }) => (
          <b key={name} className={styles.environment}>
            {name}
          </b>
        ))}
      </div>
      {children}
    </div>
  );
}

/** One question, answered for each environment. */
export function EnvironmentRow(props: {
  label: string;
  environments: readonly EnvironmentData[];
  children: (environment: EnvironmentData) => ReactNode;
}) {
  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{props.label}</span>
      {props.environments.map(environment => (
        <div key={environment.name}>{props.children(environment)}</div>
      ))}
    </div>
  );
}

export interface NumberRowProps {
  readonly label: string;
  readonly field: keyof EnvironmentData;
  readonly environments: readonly EnvironmentData[];
  readonly proof: Proof;
  readonly step?: number;
  readonly least?: number;
  readonly read: (environment: EnvironmentData) => number;
  readonly write: (value: number) => Partial<EnvironmentData>;
  readonly onChange: (name: string, patch: Partial<EnvironmentData>) => void;
}

/** A number for each environment, with what the rules say of it. */
export function NumberRow(props: NumberRowProps) {
  const t = useT();
  const { label, field, environments, proof, onChange } = props;
  return (
    <EnvironmentRow label={label} environments={environments}>
      {environment => (
        <>
          <NumberField
            size="small"
            aria-label={t('create.runtime.inEnvironment', {
              what: label,
              environment: environment.name,
            })}
            minValue={props.least ?? 0}
            step={props.step}
            value={props.read(environment)}
            onChange={number => onChange(environment.name, props.write(number))}
          />
          <EnvironmentFindings
            proof={proof}
            environment={environment}
            environments={environments}
            field={field}
          />
        </>
      )}
    </EnvironmentRow>
  );
}

/** Findings of one answer of one environment, which the engine names by name or, when it has none, by number. */
export function EnvironmentFindings(props: {
  proof: Proof;
  environment: EnvironmentData;
  environments: readonly EnvironmentData[];
  field: keyof EnvironmentData;
}) {
  const { proof, environment, environments, field } = props;
  return (
    <>
      <FieldFindings
        proof={proof}
        path={`environments.${environment.name}.${field}`}
      />
      <FieldFindings
        proof={proof}
        path={`environments.${environments.indexOf(environment)}.${field}`}
      />
    </>
  );
}
