import { at, ofKind, workloadsOf } from '../kube';
import { error, info, type Outcome, type Rule, warning } from '../rule';
import { strategiesOf } from './strategy';

/** Blue/green switches one Service from the old version to the new one, and lets another look at the new one before. */
export const PD17: Rule = {
  id: 'PD17',
  title: 'Blue/green has two Services, and a preview that can grow',
  *check({ environments }) {
    for (const environment of environments) {
      const { environment: name } = environment;
      for (const { rollout, blueGreen } of strategiesOf(environment)) {
        if (blueGreen === undefined) continue;
        const active = at(blueGreen, 'activeService');
        if (
          active === undefined ||
          active === at(blueGreen, 'previewService')
        ) {
          yield error({
            path: 'deploy/base/rollout.yaml#/spec/strategy/blueGreen',
            message: `Rollout ${rollout} ${
              active === undefined
                ? 'names no active Service'
                : `names ${active} as its active and as its preview Service`
            }, so there is nothing to switch and the controller refuses it (InvalidSpec).`,
            fix: `Set activeService and previewService to two Services, for example ${rollout} and ${rollout}-preview.`,
            environments: [name],
          });
        }
        const replicas =
          workloadsOf(environment).find(
            workload =>
              workload.kind === 'Rollout' && workload.name === rollout,
          )?.replicas ?? 0;
        yield* judgePreview({ environment: name, replicas, blueGreen });
      }
      yield* judgeHistory(ofKind(environment, 'Rollout'), name);
    }
  },
};

function* judgePreview(switched: {
  environment: string;
  replicas: number;
  blueGreen: unknown;
}): Iterable<Outcome> {
  const { environment, replicas, blueGreen } = switched;
  const preview = at(blueGreen, 'previewReplicaCount');
  if (typeof preview !== 'number' || preview >= replicas) return;
  const isAtOnce =
    at(blueGreen, 'autoPromotionEnabled') !== false &&
    !at(blueGreen, 'autoPromotionSeconds');
  const words = {
    path: 'delivery.blueGreen.previewReplicas',
    environments: [environment],
  };
  const grows = `The new version is tried with fewer pods than it gets; the rest of them starts after the promotion, and the switch waits until they are ready.`;
  yield isAtOnce
    ? warning({
        ...words,
        message: `${grows} It promotes itself at once, so nobody looks at the preview and nobody is there when the rest does not fit.`,
        fix: 'Leave previewReplicas out, or let some seconds pass before it takes over (autoPromotionSeconds).',
        repair: [{ path: 'delivery.blueGreen.previewReplicas' }],
      })
    : info({
        ...words,
        message: `${grows} Old and new together need room for twice the pods all the same.`,
        fix: 'Nothing to do: a small preview saves room only until the promotion.',
      });
}

function* judgeHistory(
  rollouts: ReturnType<typeof ofKind>,
  environment: string,
): Iterable<Outcome> {
  for (const { metadata, spec } of rollouts) {
    const kept = Number(at(spec, 'revisionHistoryLimit') ?? 10);
    const limit = at(
      spec,
      'strategy',
      'blueGreen',
      'scaleDownDelayRevisionLimit',
    );
    if (typeof limit !== 'number' || limit <= kept) continue;
    yield error({
      path: 'deploy/base/rollout.yaml#/spec/strategy/blueGreen',
      message: `Rollout ${metadata.name} keeps pods of ${limit} old versions and remembers only ${kept} of them (revisionHistoryLimit), so the controller refuses it (InvalidSpec).`,
      fix: `Use at most ${kept} for scaleDownDelayRevisionLimit.`,
      environments: [environment],
    });
  }
}
