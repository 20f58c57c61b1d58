import type {
  GateState,
  GateView,
} from '@baremetal/backstage-plugin-baremetal-common';
import { GATE_ICONS, GATE_ORDER, STATE_ICONS, STATE_TONES } from './gateLook';
import { ObservedAt } from './ObservedAt';
import { Sentence } from './Sentence';
import { TONE_INK } from './tones';
import { useT } from './useT';
import styles from './Gates.module.css';

/** A gate's state as a shape of 16 px; the name of the gate goes before it for those who do not see it. */
export function GateMark(props: { state: GateState; gate?: string }) {
  const t = useT();
  const { state, gate } = props;
  const Icon = STATE_ICONS[state];
  const words = t(`gateState.${state}`);
  const label = gate ? `${gate}: ${words}` : words;
  return (
    <span
      className={`${styles.mark} ${TONE_INK[STATE_TONES[state]]}`}
      role="img"
      aria-label={label}
      title={label}
    >
      <Icon size={16} aria-hidden />
    </span>
  );
}

/** The gates as sentences. */
export function GateList(props: {
  gates: readonly GateView[];
  narrow?: boolean;
}) {
  return (
    <ul className={`${styles.list} ${props.narrow ? styles.narrow : ''}`}>
      {inOrder(props.gates).map(gate => {
        const Icon = GATE_ICONS[gate.id];
        return (
          <li key={gate.id}>
            <GateMark state={gate.state} />
            <span className={styles.name}>
              <Icon size={14} aria-hidden />
              {gate.title}
            </span>
            <span
              className={
                gate.state === 'passed' ? '' : TONE_INK[STATE_TONES[gate.state]]
              }
            >
              <Sentence>{gate.sentence}</Sentence>
            </span>
            {gate.observedAt ? <ObservedAt at={gate.observedAt} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** The gates in the order of every page. */
export function inOrder(gates: readonly GateView[]): GateView[] {
  return [...gates].sort(
    (a, b) => GATE_ORDER.indexOf(a.id) - GATE_ORDER.indexOf(b.id),
  );
}
