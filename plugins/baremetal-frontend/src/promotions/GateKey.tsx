import type { GateState } from '@baremetal/backstage-plugin-baremetal-common';
import { GATE_ICONS, GATE_ORDER } from '../ui/gateLook';
import { GateMark } from '../ui/Gates';
import { useT } from '../ui/useT';
import styles from './QueueView.module.css';

const STATES: readonly GateState[] = [
  'passed',
  'warning',
  'failed',
  'pending',
  'person',
  'unknown',
];

/** What the small marks mean. */
export function GateKey() {
  const t = useT();
  return (
    <section className={styles.key} aria-label={t('promotions.key.label')}>
      <span>
        {t('promotions.key.title')}
        {GATE_ORDER.map(id => {
          const Icon = GATE_ICONS[id];
          return (
            <span key={id}>
              <Icon size={14} aria-hidden />
              {t(`promotions.key.${id}`)}
            </span>
          );
        })}
      </span>
      <span>
        {STATES.map(state => (
          <span key={state}>
            <GateMark state={state} />
            <span aria-hidden>{t(`gateState.${state}`)}</span>
          </span>
        ))}
      </span>
    </section>
  );
}
