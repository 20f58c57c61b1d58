import { OVERLAYS } from '../../constants';
import { CHART, holdsChart, valuesFileOf } from '../../packaging/places';
import { workloadKindOf } from '../../spec/workload';
import { ifKnown } from '../missing';
import {
  error,
  notChecked,
  type Outcome,
  type RenderFailure,
  type Rule,
  type Subject,
} from '../rule';
import { KU01 } from './KU01';
import { KU02 } from './KU02';
import { KU03 } from './KU03';
import { KU06 } from './KU06';
import { KUSTOMIZATION, kustomizationsOf } from './kustomizations';
import { ST14 } from '../storage/ST14';

/** Rules that say better why an overlay cannot be rendered. */
const BETTER_REASONS = [KU01, KU02, KU03, KU06, ST14];

const WORKLOAD_KINDS = ['Rollout', 'Deployment', 'StatefulSet', 'CronJob'];

/** An overlay, or a chart, that renders to nothing deploys nothing, and nobody notices. */
export const KU04: Rule = {
  id: 'KU04',
  title: 'Every overlay renders, and holds the workload',
  *check(subject) {
    yield* judgeFailures(subject);
    const { spec, environments } = subject;
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

function* judgeFailures(subject: Subject): Iterable<Outcome> {
  const { spec, files, failures } = subject;
  const explained = failures.length > 0 ? foldersExplained(subject) : [];
  for (const { environment, path, reason, isBeyond } of failures) {
    if (explained.includes(folderOf(path))) continue;
    // Of a chart that only Helm can render each rule about objects says that it could not look.
    if (isBeyond && holdsChart(files)) continue;
    if (isBeyond && ifKnown(spec) === undefined) {
      yield notChecked(
        `${path} cannot be rendered here (${reason}); write the output of kustomize build into a folder and check that`,
      );
      continue;
    }
    yield error({
      path,
      message: isReadAlone(path, subject)
        ? `${path} cannot be read: ${reason}.`
        : `The overlay of ${environment} cannot be rendered: ${reason}.`,
      fix: fixOf(subject, { environment, path, isBeyond }),
      environments: [environment],
    });
  }
}

function fixOf(
  subject: Subject,
  failure: Omit<RenderFailure, 'reason'>,
): string {
  const { environment, path, isBeyond } = failure;
  if (isBeyond) {
    return 'Leave it out: promotions and checks read what is deployed as it is rendered here.';
  }
  if (holdsChart(subject.files)) {
    return `Correct the file; \`helm template ${CHART} --values ${valuesFileOf(
      `${OVERLAYS}/${environment}`,
    )}\` shows the same.`;
  }
  return isReadAlone(path, subject)
    ? 'Correct the file; `kubectl apply --dry-run=client` shows the same.'
    : 'Correct the file; `kustomize build` shows the same.';
}

/** Folders of which another rule has said what is wrong in them. */
function foldersExplained(subject: Subject): string[] {
  return BETTER_REASONS.flatMap(rule => [...rule.check(subject)]).flatMap(
    said =>
      said.type === 'finding'
        ? [folderOf(said.finding.path.split('#')[0] ?? '')]
        : [],
  );
}

/** A manifest that no kustomization can have named: of somebody else's repository. */
function isReadAlone(path: string, subject: Subject): boolean {
  return (
    ifKnown(subject.spec) === undefined &&
    subject.files.has(path) &&
    kustomizationsOf(subject).every(
      ({ folder }) => folder !== '' && !path.startsWith(`${folder}/`),
    ) &&
    !KUSTOMIZATION.test(path)
  );
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
