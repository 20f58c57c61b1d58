import { formatBytes } from '../../ui/formatAmount';
import { Fact } from '../../ui/Status';
import { useT } from '../../ui/useT';
import type { PlacedMachines } from './poolHeadline';
import styles from '../ProofPanel.module.css';

const TONES = { known: 'ok', none: 'wait', unknown: 'unknown' } as const;

/** The machines that the pool is about, environment by environment. */
export function PoolMachines(props: { placed: readonly PlacedMachines[] }) {
  const t = useT();
  return (
    <table className={styles.fit}>
      <thead>
        <tr>
          <th scope="col">{t('create.pool.table.environment')}</th>
          <th scope="col" className={styles.number}>
            {t('create.pool.table.machines')}
          </th>
          <th scope="col" className={styles.number}>
            {t('create.pool.table.domains')}
          </th>
          <th scope="col" className={styles.number}>
            {t('create.pool.table.largest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.placed.map(({ environment, machines }) => (
          <tr key={environment}>
            <td>
              <Fact tone={TONES[machines.state]} small>
                <b>{environment}</b>
              </Fact>
            </td>
            <Numbers machines={machines} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Numbers({ machines }: Pick<PlacedMachines, 'machines'>) {
  const t = useT();
  if (machines.state !== 'known') {
    return (
      <td colSpan={3} className={styles.number}>
        {machines.state === 'none'
          ? t('create.pool.table.none')
          : t('create.fit.unknown')}
      </td>
    );
  }
  const { nodes, domains, largestNode } = machines.fit;
  return (
    <>
      <td className={styles.number}>{nodes}</td>
      <td className={styles.number}>{domains.length}</td>
      <td className={styles.size}>
        {t('create.pool.table.size', {
          cores: largestNode.cpuMillis / 1000,
          memory: formatBytes(largestNode.memoryBytes),
        })}
      </td>
    </>
  );
}
