import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useT } from '../ui/useT';
import { type PlannedSpan, planSpans, summarizeSpans } from './canaryPlan';
import type { DeliveryData, StepData } from './formData';
import styles from './CanaryPicture.module.css';

const HEIGHT = 132;

/** The share of the new version over time. A wait for a person has no length: it is drawn hatched, a sixth wide. */
export function CanaryPicture(props: {
  steps: readonly StepData[];
  analysis: DeliveryData['analysis'];
}) {
  const t = useT();
  const hatch = useId();
  const spans = planSpans(props.steps, props.analysis);
  const { minutes, people } = summarizeSpans(spans);
  const drawn = layOut(spans);
  const y = scaleLinear([0, 100], [HEIGHT - 4, 8]);
  const line = drawn
    .map(({ from, to, weight }) => `H${from}V${y(weight)}H${to}`)
    .join('');
  const path = `M0 ${y(0)}${line}V${y(100)}H100`;
  return (
    <figure className={styles.figure}>
      <div className={styles.plot}>
        <svg
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden
        >
          <defs>
            <pattern
              id={hatch}
              width="3"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="1" height="6" className={styles.hatch} />
            </pattern>
          </defs>
          {[0, 50, 100].map(weight => (
            <line
              key={weight}
              x1="0"
              x2="100"
              y1={y(weight)}
              y2={y(weight)}
              className={styles.tick}
            />
          ))}
          <path d={`${path}V${y(0)}Z`} className={styles.area} />
          {drawn
            .filter(({ minutes: length }) => length === undefined)
            .map(({ from, to }) => (
              <rect
                key={from}
                x={from}
                width={to - from}
                y={y(100)}
                height={y(0) - y(100)}
                fill={`url(#${hatch})`}
              />
            ))}
          <path d={path} className={styles.line} />
        </svg>
        {drawn.map(({ from, weight, minutes: length, analysis }) => (
          <span
            key={from}
            className={styles.label}
            style={{ left: `${from}%`, top: y(weight) - 18 }}
          >
            {length === undefined
              ? t('create.delivery.person', { weight })
              : `${weight} %${
                  analysis ? `, ${t('create.delivery.analysis')}` : ''
                }`}
          </span>
        ))}
      </div>
      <figcaption>
        {t('create.delivery.takes', { minutes })}
        {people > 0 ? ` ${t('create.delivery.asks', { count: people })}` : null}
      </figcaption>
    </figure>
  );
}

interface Drawn extends PlannedSpan {
  readonly from: number;
  readonly to: number;
}

/** Widths in percent of the picture; the last bit is left for "finished". */
function layOut(spans: readonly PlannedSpan[]): Drawn[] {
  const known =
    spans.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) || 1;
  const lengths = spans.map(({ minutes }) =>
    Math.max(minutes ?? known / 6, known / 16),
  );
  const total = lengths.reduce((sum, length) => sum + length, 0) * 1.08;
  let from = 0;
  return spans.map((span, i) => {
    const width = ((lengths[i] ?? 0) / total) * 100;
    const drawn = { ...span, from, to: from + width };
    from += width;
    return drawn;
  });
}
