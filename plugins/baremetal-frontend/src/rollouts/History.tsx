import type { RevisionView } from '@baremetal/backstage-plugin-baremetal-common';
import { DenseTable } from '../ui/DenseTable';
import { useNow } from '../ui/clock';
import { formatStart } from '../ui/formatTime';
import { Mono } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Status } from '../ui/Status';
import { useT } from '../ui/useT';

/** What was rolled out before, as far as the cluster remembers. */
export function History(props: {
  revisions: readonly RevisionView[];
  environment: string;
}) {
  const t = useT();
  const now = useNow();
  const { revisions } = props;
  const explained = revisions.some(revision => revision.why !== '');
  const title = t('rollouts.history.title', {
    environment: props.environment,
  });
  return (
    <Panel title={title}>
      <DenseTable
        label={title}
        columns={[
          { label: t('rollouts.history.version') },
          { label: t('rollouts.history.revision'), number: true },
          { label: t('rollouts.history.started') },
          { label: t('rollouts.history.outcome') },
          ...(explained ? [{ label: t('rollouts.history.why') }] : []),
        ]}
        rows={revisions.map(revision => ({
          id: String(revision.revision),
          cells: [
            <Mono>{revision.version.text}</Mono>,
            revision.revision,
            revision.startedAt
              ? formatStart(revision.startedAt, now)
              : t('rollouts.history.unknown'),
            <Status tone={revision.outcome.tone}>
              {revision.outcome.words}
            </Status>,
            ...(explained ? [revision.why] : []),
          ],
        }))}
      />
    </Panel>
  );
}
