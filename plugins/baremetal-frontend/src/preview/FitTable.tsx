import type {
  FitAnswer,
  HardwareClassFit,
  PlatformFacts,
  Tone,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { PeakFootprint } from '@baremetal/golden-path';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import styles from './ProofPanel.module.css';

/** Whether the service's busiest moment fits, environment by environment, now and after losing any node. */
export function FitTable(props: {
  peaks: readonly PeakFootprint[];
  live: FitAnswer | undefined;
  platform: PlatformFacts;
  hardwareClass: string;
}) {
  const t = useT();
  const { peaks, live, platform, hardwareClass } = props;
  return (
    <table className={styles.fit}>
      <thead>
        <tr>
          <th scope="col">{t('create.fit.environment')}</th>
          <th scope="col">{t('create.fit.peak')}</th>
          <th scope="col" className={styles.number}>
            {t('create.fit.now')}
          </th>
          <th scope="col" className={styles.number}>
            {t('create.fit.afterLoss')}
          </th>
        </tr>
      </thead>
      <tbody>
        {platform.environments.map(({ name }) => {
          const peak = peaks.find(({ environment }) => environment === name);
          const fit = classFit(live, name, hardwareClass);
          return (
            <tr key={name}>
              <td>
                <Fact tone={toneOf(peak, fit)} small>
                  <b>{name}</b>
                </Fact>
              </td>
              <td>
                {peak
                  ? t('create.fit.pods', { total: peak.pods })
                  : t('create.fit.none')}
              </td>
              <td className={styles.number}>
                {fit?.fitsNow ?? t('create.fit.unknown')}
              </td>
              <td className={styles.number}>
                {fit?.fitsAfterNodeLoss ?? t('create.fit.unknown')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The least room over the clusters of an environment; `undefined` when one of them does not say. */
export function classFit(
  live: FitAnswer | undefined,
  environment: string,
  hardwareClass: string,
): HardwareClassFit | undefined {
  const fits = live?.environments
    .filter(entry => entry.environment === environment)
    .map(({ reading }) =>
      reading.ok
        ? reading.value.hardwareClasses.find(
            ({ name }) => name === hardwareClass,
          )
        : undefined,
    );
  if (!fits || fits.length === 0) return undefined;
  return fits.reduce((least, fit) => {
    if (!least || !fit) return undefined;
    return fit.fitsNow < least.fitsNow ? fit : least;
  });
}

function toneOf(
  peak: PeakFootprint | undefined,
  fit: HardwareClassFit | undefined,
): Tone {
  if (!peak || !fit) return 'unknown';
  if (fit.fitsNow < peak.pods) return 'bad';
  return fit.fitsAfterNodeLoss < peak.pods ? 'warn' : 'ok';
}
