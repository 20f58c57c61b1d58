import { scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { useT } from '../../ui/useT';
import type { AnalysisData, StepData } from '../formData';
import {
  type DrawnSpan,
  layOut,
  planSpans,
  summarizeSpans,
  weightRuns,
} from './canaryPlan';
import { CanaryPods } from './CanaryPods';
import type { Division } from './podsAtWeight';
import { timeMarks } from './timeMarks';
import styles from './CanaryPicture.module.css';

const HEIGHT = 132;
const y = scaleLinear([0, 100], [HEIGHT - 4, 8]);

/** Where the pods of the picture are counted. */
export interface PodsOfPicture {
  readonly environment: string;
  readonly replicas: number;
  readonly division: Division;
  /** Most pods at once, as the engine reckons them; absent while it cannot. */
  readonly peak: number | undefined;
}

/** The share of the new version over time, the pods that it takes, and both in words. */
export function CanaryPicture(props: {
  steps: readonly StepData[];
  analysis: AnalysisData | undefined;
  pods: PodsOfPicture | undefined;
}) {
  const t = useT();
  const { pods } = props;
  const spans = planSpans(props.steps, props.analysis);
  const { minutes, people } = summarizeSpans(spans);
  const drawn = layOut(spans);
  const runs = weightRuns(drawn);
  return (
    <figure className={styles.figure}>
      <div className={styles.picture}>
        <div className={styles.axis} aria-hidden>
          {[100, 50, 0].map(weight => (
            <span key={weight} style={{ top: y(weight) - 8 }}>
              {weight} %
            </span>
          ))}
        </div>
        <div className={styles.plot}>
          <WeightLine drawn={drawn} />
          {runs.map(({ from, to, weight, analysis, person }) => (
            <span
              key={from}
              className={styles.label}
              style={{
                left: `${from}%`,
                width: `${to - from}%`,
                top: Math.max(0, y(weight) - 18),
              }}
            >
              {[
                `${weight} %`,
                ...(analysis ? [t('create.delivery.analysis')] : []),
                ...(person ? [t('create.delivery.person')] : []),
              ].join(', ')}
            </span>
          ))}
        </div>
        <TimeAxis drawn={drawn} />
        {pods ? <CanaryPods runs={runs} pods={pods} /> : null}
      </div>
      <figcaption>
        {t('create.delivery.takes', { minutes })}
        {people > 0 ? ` ${t('create.delivery.asks', { count: people })}` : null}
        {pods?.peak === undefined
          ? null
          : ` ${t('create.delivery.peak', {
              environment: pods.environment,
              peak: pods.peak,
              replicas: pods.replicas,
            })}`}
      </figcaption>
    </figure>
  );
}

/** Minutes from the beginning; after a person said go they are counted anew. */
function TimeAxis(props: { drawn: readonly DrawnSpan[] }) {
  const t = useT();
  return (
    <div className={styles.time} aria-hidden>
      {timeMarks(props.drawn).map(({ at, minutes, afterGo }) => (
        <span key={at} style={{ left: `${at}%` }}>
          {afterGo
            ? t(
                minutes === 0
                  ? 'create.delivery.go'
                  : 'create.delivery.afterGo',
                { minutes },
              )
            : t('create.delivery.minute', { minutes })}
        </span>
      ))}
    </div>
  );
}

/** A wait for a person has no length: it is hatched. */
function WeightLine(props: { drawn: readonly DrawnSpan[] }) {
  const hatch = useId();
  const { drawn } = props;
  const line = drawn
    .map(({ from, to, weight }) => `H${from}V${y(weight)}H${to}`)
    .join('');
  const path = `M0 ${y(0)}${line}V${y(100)}H100`;
  return (
    <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
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
        .filter(({ minutes }) => minutes === undefined)
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
  );
}
