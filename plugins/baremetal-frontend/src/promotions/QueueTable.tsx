import { Column, TableBody, TableHeader, TableRoot } from '@backstage/ui';
import { GATE_ICONS, GATE_ORDER } from '../ui/gateLook';
import { useT } from '../ui/useT';
import type { Group } from './arrange';
import { groupRows } from './groupRows';
import styles from './QueueTable.module.css';

/** One table in groups by whose turn it is; the gates always in the same order on one grid. */
export function QueueTable(props: { groups: readonly Group[] }) {
  const t = useT();
  return (
    <div className={styles.table}>
      <TableRoot aria-label={t('promotions.what')}>
        <TableHeader>
          <Column isRowHeader className={styles.service}>
            {t('promotions.column.service')}
          </Column>
          <Column className={styles.change}>
            {t('promotions.column.change')}
          </Column>
          <Column className={styles.gateColumn}>
            <span className={styles.two}>
              <span>{t('promotions.column.gates')}</span>
              <span className={styles.gates}>
                {GATE_ORDER.map(id => {
                  const Icon = GATE_ICONS[id];
                  const name = t(`promotions.key.${id}`);
                  return (
                    <span key={id} title={name}>
                      <Icon size={14} role="img" aria-label={name} />
                    </span>
                  );
                })}
              </span>
            </span>
          </Column>
          <Column className={styles.state}>
            {t('promotions.column.state')}
          </Column>
          <Column className={styles.person}>
            {t('promotions.column.askedBy')}
          </Column>
          <Column>{t('promotions.column.whoMayAct')}</Column>
        </TableHeader>
        <TableBody>{props.groups.flatMap(groupRows)}</TableBody>
      </TableRoot>
    </div>
  );
}
