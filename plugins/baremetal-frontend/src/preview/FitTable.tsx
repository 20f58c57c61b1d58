import { formatBytes } from '../ui/formatAmount';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import type { EnvironmentFit } from './environmentFits';
import styles from './ProofPanel.module.css';

/** Whether the service's busiest moment fits, environment by environment, now and after losing any node. */
export function FitTable(props: { fits: readonly EnvironmentFit[] }) {
  const t = useT();
  const { fits } = props;
  const keeps = fits.some(({ peak }) => (peak?.storageBytes ?? 0) > 0);
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
          {keeps ? (
            <th scope="col" className={styles.number}>
              {t('create.fit.disks')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {fits.map(({ environment, peak, fit, tone }) => (
          <tr key={environment}>
            <td>
              <Fact tone={tone} small>
                <b>{environment}</b>
              </Fact>
            </td>
            <td>
              {peak
                ? t('create.fit.pods', { count: peak.pods })
                : t('create.fit.none')}
            </td>
            <td className={styles.number}>
              {fit?.fitsNow ?? t('create.fit.unknown')}
            </td>
            <td className={styles.number}>
              {fit?.fitsAfterNodeLoss ?? t('create.fit.unknown')}
            </td>
            {keeps ? (
              <td className={styles.number}>
                {peak
                  ? formatBytes(peak.storageBytes)
                  : t('create.fit.unknown')}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
