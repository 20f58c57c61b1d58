import type { RolloutDetail } from '@baremetal/backstage-plugin-baremetal-common';
import { formatClock } from '../ui/formatTime';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import { WeightChart } from './WeightChart';
import { weightPlot } from './weightPlot';

/** How the share of the new version went since the rollout started. */
export function WeightPanel(props: { detail: RolloutDetail; now: string }) {
  const t = useT();
  const { detail, now } = props;
  const plot = weightPlot(detail, now);
  if (!plot) {
    return null;
  }
  const spans = detail.weights.map(span =>
    t('rollouts.weight.span', {
      weight: String(span.weight),
      from: formatClock(span.from),
      until: formatClock(span.until ?? now),
    }),
  );
  return (
    <Panel
      title={t('rollouts.weight.title')}
      aside={<Label>{t(`rollouts.weight.${detail.weightIs}`)}</Label>}
    >
      <WeightChart
        plot={plot}
        label={t('rollouts.weight.label', { spans: spans.join(', ') })}
        nowLabel={
          Date.parse(plot.until) < Date.parse(now)
            ? formatClock(plot.until)
            : t('rollouts.weight.now', { at: formatClock(now) })
        }
        versions={{
          stable: detail.stable?.text ?? '',
          canary: detail.canary?.text ?? '',
        }}
      />
    </Panel>
  );
}
