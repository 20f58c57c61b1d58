import { useId } from 'react';
import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { formatBytes } from '../../ui/formatAmount';
import { type Translate, useT } from '../../ui/useT';
import { classFit } from '../environmentFits';
import { classNames, type Machines, machinesIn } from '../machines';
import { Tile } from '../Tile';
import styles from '../Fields.module.css';

/** What a tile counts: pods of the asked size that still fit, or the machines themselves. */
export type Counted = 'room' | 'machines';

/** One tile per hardware class: what each environment has of it, now and after a loss. */
export function HardwareClassTiles(props: {
  platform: PlatformFacts;
  live: FitAnswer | undefined;
  value: string;
  onChange: (name: string) => void;
  /** Those that are asked about; all when absent. */
  environments?: readonly string[];
  counted?: Counted;
  /** Whether a class may be chosen where no machine is of it yet. */
  mayBeNew?: boolean;
}) {
  const t = useT();
  const group = useId();
  const { platform, live, value, onChange, counted = 'room' } = props;
  const environments =
    props.environments ?? platform.environments.map(({ name }) => name);
  const names = props.mayBeNew
    ? classNames(platform.hardwareClasses, live)
    : platform.hardwareClasses.map(({ name }) => name);
  return (
    <div
      className={styles.tiles}
      role="radiogroup"
      aria-label={t('create.runtime.hardwareClass')}
    >
      {names.map(name => {
        const rows = environments.map(environment => ({
          environment,
          machines: machinesIn(live, environment, name),
          fit: classFit(live, environment, name),
        }));
        const missing = rows
          .filter(({ fit, machines }) =>
            props.mayBeNew ? machines.state === 'none' : fit?.nodes === 0,
          )
          .map(({ environment }) => environment);
        const against =
          missing.length > 0
            ? t('create.runtime.noNode', { where: missing.join(', ') })
            : undefined;
        return (
          <Tile
            key={name}
            group={group}
            title={name}
            checked={value === name}
            onChoose={() => onChange(name)}
            impossible={props.mayBeNew ? undefined : against}
            caution={props.mayBeNew ? against : undefined}
          >
            <span className={styles.hint}>
              {largestWords(rows, t) ??
                platform.hardwareClasses.find(each => each.name === name)
                  ?.description}
            </span>
            <Counts rows={rows} counted={counted} />
          </Tile>
        );
      })}
    </div>
  );
}

interface Row {
  readonly environment: string;
  readonly machines: Machines;
  readonly fit: ReturnType<typeof classFit>;
}

function largestWords(rows: readonly Row[], t: Translate): string | undefined {
  const largest = rows.find(({ fit }) => fit && fit.nodes > 0)?.fit
    ?.largestNode;
  return (
    largest &&
    t('create.runtime.perNode', {
      cores: largest.cpuMillis / 1000,
      memory: formatBytes(largest.memoryBytes),
    })
  );
}

function Counts(props: { rows: readonly Row[]; counted: Counted }) {
  const t = useT();
  const { rows, counted } = props;
  const words =
    counted === 'room'
      ? [t('create.runtime.now'), t('create.runtime.afterLoss')]
      : [t('create.runtime.machines'), t('create.runtime.domains')];
  return (
    <span className={styles.room}>
      <span />
      {words.map(word => (
        <span key={word} className={styles.hint}>
          {word}
        </span>
      ))}
      {rows.map(row => {
        const [first, second] = countsOf(row, counted);
        return (
          <span key={row.environment} className={styles.roomRow}>
            <span>{row.environment}</span>
            <b>{first ?? t('create.fit.unknown')}</b>
            <span>{second ?? t('create.fit.unknown')}</span>
          </span>
        );
      })}
    </span>
  );
}

function countsOf(
  { machines, fit }: Row,
  counted: Counted,
): [number | undefined, number | undefined] {
  if (counted === 'room') return [fit?.fitsNow, fit?.fitsAfterNodeLoss];
  switch (machines.state) {
    case 'known':
      return [machines.fit.nodes, machines.fit.domains.length];
    case 'none':
      return [0, 0];
    case 'unknown':
      return [undefined, undefined];
  }
}
