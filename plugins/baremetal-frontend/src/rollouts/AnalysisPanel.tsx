import type {
  AnalysisView,
  MetricView,
} from '@baremetal/backstage-plugin-baremetal-common';
import { formatClock } from '../ui/formatTime';
import { Label, Mono } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Status } from '../ui/Status';
import { useT } from '../ui/useT';
import { MetricChart } from './MetricChart';
import styles from './AnalysisPanel.module.css';

/** The evidence: every measurement of an analysis beside its limit. */
export function AnalysisPanel(props: { analysis: AnalysisView }) {
  const t = useT();
  const { analysis } = props;
  return (
    <Panel
      title={
        analysis.step === undefined
          ? t('rollouts.analysis.background')
          : t('rollouts.analysis.title', { step: String(analysis.step) })
      }
      aside={
        <>
          <Status tone={analysis.status.tone}>{analysis.status.words}</Status>
          <Span analysis={analysis} />
        </>
      }
      end={
        <Label>
          <Mono>{analysis.name}</Mono>
        </Label>
      }
    >
      {analysis.metrics.length === 0 ? (
        <Label>{t('rollouts.analysis.noMetrics')}</Label>
      ) : (
        <div className={styles.metrics}>
          {analysis.metrics.map(metric => (
            <Metric key={metric.name} metric={metric} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function Span(props: { analysis: AnalysisView }) {
  const t = useT();
  const { startedAt, finishedAt } = props.analysis;
  if (!startedAt) {
    return null;
  }
  const from = formatClock(startedAt);
  return (
    <Label>
      {finishedAt
        ? t('rollouts.analysis.span', { from, until: formatClock(finishedAt) })
        : t('rollouts.analysis.running', { from })}
    </Label>
  );
}

function Metric(props: { metric: MetricView }) {
  const t = useT();
  const { metric } = props;
  return (
    <section className={styles.metric}>
      <div className={styles.head}>
        <h3>{metric.name}</h3>
        <Label>{metric.rule}</Label>
        <Status tone={metric.status.tone}>{metric.status.words}</Status>
      </div>
      {metric.measurements.length === 0 ? (
        <Label>{t('rollouts.analysis.noMetrics')}</Label>
      ) : (
        <MetricChart metric={metric} />
      )}
      <p>{metric.words}</p>
      {metric.query ? (
        <details>
          <summary>{t('rollouts.analysis.query')}</summary>
          <Mono>{metric.query}</Mono>
        </details>
      ) : null}
    </section>
  );
}
