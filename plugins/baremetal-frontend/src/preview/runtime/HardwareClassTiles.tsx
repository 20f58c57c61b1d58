import type {
  FitAnswer,
  HardwareClassFit,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { formatBytes } from '../../ui/formatAmount';
import { useT } from '../../ui/useT';
import { classFit } from '../environmentFits';
import { Tile } from '../Tile';
import styles from '../Fields.module.css';

/** One tile per hardware class: how many more pods of this size fit in each environment, now and after a loss. */
export function HardwareClassTiles(props: {
  platform: PlatformFacts;
  live: FitAnswer | undefined;
  value: string;
  onChange: (name: string) => void;
}) {
  const t = useT();
  const { platform, live, value, onChange } = props;
  return (
    <div
      className={styles.tiles}
      role="radiogroup"
      aria-label={t('create.runtime.hardwareClass')}
    >
      {platform.hardwareClasses.map(({ name, description }) => {
        const fits = platform.environments.map(environment => ({
          environment: environment.name,
          fit: classFit(live, environment.name, name),
        }));
        const largest = fits.find(({ fit }) => fit && fit.nodes > 0)?.fit
          ?.largestNode;
        const missing = fits.filter(({ fit }) => fit?.nodes === 0);
        return (
          <Tile
            key={name}
            group="hardwareClass"
            title={name}
            checked={value === name}
            onChoose={() => onChange(name)}
            impossible={
              missing.length > 0
                ? t('create.runtime.noNode', {
                    where: missing
                      .map(({ environment }) => environment)
                      .join(', '),
                  })
                : undefined
            }
          >
            <span className={styles.hint}>
              {largest
                ? t('create.runtime.perNode', {
                    cores: largest.cpuMillis / 1000,
                    memory: formatBytes(largest.memoryBytes),
                  })
                : description}
            </span>
            <Room fits={fits} />
          </Tile>
        );
      })}
    </div>
  );
}

function Room(props: {
  fits: readonly {
    readonly environment: string;
    readonly fit: HardwareClassFit | undefined;
  }[];
}) {
  const t = useT();
  const unknown = t('create.fit.unknown');
  return (
    <span className={styles.room}>
      <span />
      <span className={styles.hint}>{t('create.runtime.now')}</span>
      <span className={styles.hint}>{t('create.runtime.afterLoss')}</span>
      {props.fits.map(({ environment, fit }) => (
        <span key={environment} className={styles.roomRow}>
          <span>{environment}</span>
          <b>{fit ? fit.fitsNow : unknown}</b>
          <span>{fit ? fit.fitsAfterNodeLoss : unknown}</span>
        </span>
      ))}
    </span>
  );
}
