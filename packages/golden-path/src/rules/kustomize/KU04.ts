import { OVERLAYS } from '../../constants';
import { CHART, holdsChart, valuesFileOf } from '../../packaging/places';
import { workloadKindOf } from '../../spec/workload';
import { ifKnown } from '../missing';
import { error, type Rule } from '../rule';
import { KU01 } from './KU01';
import { KU02 } from './KU02';
import { KU03 } from './KU03';
import { KU06 } from './KU06';
import { ST14 } from '../storage/ST14';

/** Rules that say better why an overlay cannot be rendered. */
const BETTER_REASONS = [KU01, KU02, KU03, KU06, ST14];

const WORKLOAD_KINDS = ['Rollout', 'Deployment', 'StatefulSet', 'CronJob'];

/** An overlay, or a chart, that renders to nothing deploys nothing, and nobody notices. */
export const KU04: Rule = {
  id: 'KU04',
  title: 'Every overlay renders, and holds the workload',
  *check(subject) {
    const { spec, environments, failures } = subject;
    const isExplained =
      failures.length > 0 &&
      BETTER_REASONS.some(rule => [...rule.check(subject)].length > 0);
    for (const { environment, path, reason } of failures) {
      if (isExplained) continue;
      yield error({
        path,
        message: `The overlay of ${environment} cannot be rendered: ${reason}.`,
        fix: holdsChart(subject.files)
          ? `Correct the file; \`helm template ${CHART} --values ${valuesFileOf(
              `${OVERLAYS}/${environment}`,
            )}\` shows the same.`
          : 'Correct the file; `kustomize build` shows the same.',
        environments: [environment],
      });
    }
    const service = ifKnown(spec);
    for (const { environment, objects } of environments) {
      if (
        objects.length > 0 &&
        (service === undefined ||
          objects.some(
            object =>
              WORKLOAD_KINDS.includes(object.kind) &&
              object.metadata.name === service.name,
          ))
      ) {
        continue;
      }
      yield error({
        path: `${OVERLAYS}/${environment}/kustomization.yaml`,
        message:
          objects.length === 0
            ? `The overlay of ${environment} renders to nothing, so nothing would be deployed.`
            : `The overlay of ${environment} renders without ${workloadKindOf(
                spec,
              )} ${spec.name}, so the service itself would not be deployed.`,
        fix: holdsChart(subject.files)
          ? `Restore ${CHART}/templates.`
          : 'List ../../base under resources:.',
        environments: [environment],
      });
    }
  },
};
