import type { MeasurementView } from '@baremetal/backstage-plugin-baremetal-common';
import { formatStart } from '../ui/formatTime';
import { useT } from '../ui/useT';
import { OUTCOME_STYLES } from './outcomeLook';
import type { StepBar, WeightBar, WeightPlot } from './weightPlot';
import styles from './WeightChart.module.css';

const TOP = 32;
const PLOT = 176;
const HEIGHT = TOP + PLOT + 72;
const GRID = [0, 20, 50, 80, 100];

export interface WeightChartProps {
  readonly plot: WeightPlot;
  /** The same in words. */
  readonly label: string;
  readonly nowLabel: string;
  readonly versions: { readonly stable: string; readonly canary: string };
}

/** The canary's share from below, the stable's as the grey rest, analyses above, steps below. x in percent, y in px. */
export function WeightChart(props: WeightChartProps) {
  const t = useT();
  const { plot, label, nowLabel, versions } = props;
  return (
    <div className={styles.chart}>
      <svg width="64" height={HEIGHT} aria-hidden>
        {plot.marks.length > 0 ? (
          <text y="14">{t('rollouts.weight.axisAnalysis')}</text>
        ) : null}
        {GRID.map(weight => (
          <text key={weight} x="52" y={y(weight) + 4} textAnchor="end">
            {weight} %
          </text>
        ))}
        {plot.steps.length > 0 ? (
          <text y={TOP + PLOT + 62}>{t('rollouts.weight.axisStep')}</text>
        ) : null}
      </svg>
      <svg width="100%" height={HEIGHT} role="img" aria-label={label}>
        <Areas plot={plot} />
        {plot.marks.map((mark, index) => (
          <AnalysisMark key={index} x={mark.x} outcome={mark.outcome} />
        ))}
        <Labels plot={plot} versions={versions} />
        <line
          className={styles.now}
          x1={`${plot.now}%`}
          x2={`${plot.now}%`}
          y1={TOP - 4}
          y2={TOP + PLOT + 6}
        />
        <svg x={`${plot.now}%`} overflow="visible">
          <text className={styles.strong} y="14" textAnchor="end" dx="28">
            {nowLabel}
          </text>
        </svg>
        {tickLabels(plot).map(({ x, words }) => (
          <svg key={words} x={`${x}%`} overflow="visible">
            <text y={TOP + PLOT + 24} textAnchor="middle">
              {words}
            </text>
          </svg>
        ))}
        {plot.steps.map(step => (
          <StepBand key={step.number} step={step} />
        ))}
      </svg>
    </div>
  );
}

/** Times of day, with the day where it matters; each said once. */
function tickLabels(plot: WeightPlot) {
  const labels = plot.ticks.map(({ at, x }) => ({
    x,
    words: formatStart(at.toISOString(), Date.parse(plot.until)),
  }));
  return labels.filter(
    ({ words }, index) => words !== labels[index - 1]?.words,
  );
}

function y(weight: number): number {
  return TOP + PLOT - (weight / 100) * PLOT;
}

function Areas(props: { plot: WeightPlot }) {
  const { bars } = props.plot;
  return (
    <>
      {bars.map((bar, index) => (
        <rect
          key={index}
          className={styles.stable}
          x={`${bar.x}%`}
          y={TOP}
          width={`${bar.width}%`}
          height={PLOT}
        />
      ))}
      {bars.map((bar, index) => (
        <rect
          key={index}
          className={styles.canary}
          x={`${bar.x}%`}
          y={y(bar.weight)}
          width={`${bar.width}%`}
          height={TOP + PLOT - y(bar.weight)}
        />
      ))}
      {GRID.map(weight => (
        <line
          key={weight}
          className={styles.grid}
          x2="100%"
          y1={y(weight)}
          y2={y(weight)}
        />
      ))}
      {bars.map((bar, index) => {
        const before = bars[index - 1];
        return (
          <g key={index} className={styles.edge}>
            <line
              x1={`${bar.x}%`}
              x2={`${bar.x + bar.width}%`}
              y1={y(bar.weight)}
              y2={y(bar.weight)}
            />
            {before && touches(before, bar) ? (
              <line
                x1={`${bar.x}%`}
                x2={`${bar.x}%`}
                y1={y(before.weight)}
                y2={y(bar.weight)}
              />
            ) : null}
          </g>
        );
      })}
    </>
  );
}

/** What lies between spans is not known, and not drawn. */
function touches(left: WeightBar, right: WeightBar): boolean {
  return right.x - (left.x + left.width) < 0.1;
}

/** Direct labels instead of a legend, where the areas are widest. */
function Labels(props: {
  plot: WeightPlot;
  versions: WeightChartProps['versions'];
}) {
  const t = useT();
  const { bars } = props.plot;
  const { stable, canary } = props.versions;
  const last = bars[bars.length - 1];
  if (!last) {
    return null;
  }
  const start = last.width > 25 ? last.x : bars[0]?.x ?? 0;
  const stableWeight = 100 - last.weight;
  return (
    <>
      {stable && stableWeight > 12 ? (
        <text
          className={styles.strong}
          x={`${start + 2}%`}
          y={(y(100) + y(last.weight)) / 2}
        >
          {t('rollouts.weight.stable', {
            version: stable,
            weight: String(stableWeight),
          })}
        </text>
      ) : null}
      {canary && last.weight > 8 && last.width > 25 ? (
        <text
          className={styles.strong}
          x={`${last.x + last.width / 2}%`}
          y={(y(last.weight) + y(0)) / 2 + 4}
          textAnchor="middle"
        >
          {t('rollouts.weight.canary', {
            version: canary,
            weight: String(last.weight),
          })}
        </text>
      ) : null}
    </>
  );
}

function AnalysisMark(props: {
  x: number;
  outcome: MeasurementView['outcome'];
}) {
  const { x, outcome } = props;
  return (
    <svg
      className={styles[OUTCOME_STYLES[outcome]]}
      x={`${x}%`}
      y="10"
      overflow="visible"
    >
      {OUTCOME_STYLES[outcome] === 'miss' ? (
        <path d="M-4 -4 4 4M4 -4-4 4" />
      ) : (
        <circle r="4.5" />
      )}
      <line y1="8" y2={TOP + PLOT - 10} strokeDasharray="1 3" />
    </svg>
  );
}

function StepBand(props: { step: StepBar }) {
  const { number, state, x, width } = props.step;
  return (
    <svg x={`${x}%`} y={TOP + PLOT + 48} width={`${width}%`} height="20">
      <rect
        className={`${styles.band} ${styles[state]}`}
        x="1"
        y="1"
        height="18"
        rx="2"
        style={{ width: 'calc(100% - 2px)' }}
      />
      <text className={styles.bandText} x="50%" y="14" textAnchor="middle">
        {number}
      </text>
    </svg>
  );
}
