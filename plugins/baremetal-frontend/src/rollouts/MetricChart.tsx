import type {
  MeasurementView,
  MetricView,
} from '@baremetal/backstage-plugin-baremetal-common';
import { formatClock } from '../ui/formatTime';
import { Label } from '../ui/Mono';
import { useT, type Translate } from '../ui/useT';
import { formatMeasured } from './formatMeasured';
import { OUTCOME_STYLES } from './outcomeLook';
import { metricScale, type MetricScale } from './metricScale';
import styles from './MetricChart.module.css';

/** More values than this cannot all be printed. */
const MOST = 9;
const BOX = { top: 16, bottom: 124 };
const HEIGHT = BOX.bottom + 32;

const VALUE_STYLES = {
  good: '',
  miss: styles.miss,
  unknown: styles.silentValue,
};

/** Measurements beside their limit: the forbidden side tinted, every value printed, a miss is a cross. */
export function MetricChart(props: { metric: MetricView }) {
  const t = useT();
  const { metric } = props;
  const shown = metric.measurements.slice(-MOST);
  const scale = metricScale({ ...metric, measurements: shown }, BOX);
  const words = shown.map(
    one => `${formatClock(one.at)} ${valueWords(one, metric.unit, t)}`,
  );
  if (!scale) {
    return (
      <ul className={styles.silent}>
        {shown.map((one, index) => (
          <li key={one.at}>{words[index]}</li>
        ))}
      </ul>
    );
  }
  return (
    <>
      <div className={styles.chart}>
        <svg width="56" height={HEIGHT} aria-hidden>
          {scale.ticks.map(tick => (
            <text key={tick} x="48" y={scale.y(tick) + 4} textAnchor="end">
              {formatMeasured(tick, metric.unit)}
            </text>
          ))}
        </svg>
        <svg
          width="100%"
          height={HEIGHT}
          role="img"
          aria-label={t('rollouts.analysis.chart', {
            name: metric.name,
            values: words.join(', '),
          })}
        >
          <Ground metric={metric} scale={scale} />
          <Line points={shown} scale={scale} />
          {shown.map((one, index) => (
            <Point
              key={one.at}
              point={one}
              unit={metric.unit}
              x={at(index, shown.length)}
              scale={scale}
            />
          ))}
        </svg>
      </div>
      {shown.length < metric.measurements.length ? (
        <Label>
          {t('rollouts.analysis.last', {
            shown: String(shown.length),
            all: String(metric.measurements.length),
          })}
        </Label>
      ) : null}
    </>
  );
}

/** Percent of the width: everything in SVG that stretches is in percent, so that text keeps its size. */
function at(index: number, count: number): number {
  return count === 1 ? 50 : 6 + (88 * index) / (count - 1);
}

function valueWords(
  point: MeasurementView,
  unit: MetricView['unit'],
  t: Translate,
): string {
  if (point.value !== undefined) {
    return formatMeasured(point.value, unit);
  }
  return point.outcome === 'error'
    ? t('rollouts.analysis.error')
    : t('rollouts.analysis.noData');
}

function Ground(props: { metric: MetricView; scale: MetricScale }) {
  const t = useT();
  const { limit, unit } = props.metric;
  const { y, ticks } = props.scale;
  const line = limit ? y(limit.value) : 0;
  return (
    <>
      {limit ? (
        <rect
          className={styles.forbidden}
          width="100%"
          y={limit.goodIsAbove ? line : BOX.top}
          height={Math.max(
            0,
            limit.goodIsAbove ? BOX.bottom - line : line - BOX.top,
          )}
        />
      ) : null}
      {ticks
        .filter(tick => tick !== limit?.value)
        .map(tick => (
          <line
            key={tick}
            className={styles.grid}
            x2="100%"
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
      {limit ? (
        <>
          <line className={styles.limit} x2="100%" y1={line} y2={line} />
          <text
            className={styles.limitText}
            x="4"
            y={limit.goodIsAbove ? line + 14 : line - 5}
          >
            {t('rollouts.analysis.limit', {
              limit: formatMeasured(limit.value, unit),
            })}
          </text>
        </>
      ) : null}
    </>
  );
}

function Line(props: {
  points: readonly MeasurementView[];
  scale: MetricScale;
}) {
  const { points, scale } = props;
  return (
    <>
      {points.map((point, index) => {
        const before = points[index - 1];
        return before?.value === undefined ||
          point.value === undefined ? null : (
          <line
            key={point.at}
            className={styles.line}
            x1={`${at(index - 1, points.length)}%`}
            x2={`${at(index, points.length)}%`}
            y1={scale.y(before.value)}
            y2={scale.y(point.value)}
          />
        );
      })}
    </>
  );
}

function Point(props: {
  point: MeasurementView;
  x: number;
  unit: MetricView['unit'];
  scale: MetricScale;
}) {
  const t = useT();
  const { point, x, unit, scale } = props;
  const y =
    point.value !== undefined
      ? scale.y(point.value)
      : (BOX.top + BOX.bottom) / 2;
  const look = OUTCOME_STYLES[point.outcome];
  return (
    <svg x={`${x}%`} overflow="visible">
      {point.value === undefined ? null : <Mark y={y} look={look} />}
      <text
        className={`${styles.value} ${VALUE_STYLES[look]}`}
        y={y - 12}
        textAnchor="middle"
      >
        {valueWords(point, unit, t)}
      </text>
      <text y={BOX.bottom + 24} textAnchor="middle">
        {formatClock(point.at)}
      </text>
    </svg>
  );
}

function Mark(props: { y: number; look: 'good' | 'miss' | 'unknown' }) {
  const { y, look } = props;
  return look === 'miss' ? (
    <g transform={`translate(0 ${y})`}>
      <circle className={styles.halo} r="8" />
      <path className={styles.cross} d="M-4.5 -4.5 4.5 4.5M4.5 -4.5-4.5 4.5" />
    </g>
  ) : (
    <circle className={styles[look]} cy={y} r="5" />
  );
}
