import { hardwareIn, readingsOf } from '../../live';
import { at, workloadsOf } from '../kube';
import { error, notChecked, type Outcome, type Rule, warning } from '../rule';
import { strictSpreadOf } from '../spread';

/** A strict spread over power domains that are not there keeps pods pending, or says more than it holds. */
export const AV05: Rule = {
  id: 'AV05',
  title: 'A strict spread has the power domains that it asks for',
  *check({ spec, platform, live, environments }) {
    for (const environment of environments) {
      const { environment: name } = environment;
      for (const workload of workloadsOf(environment)) {
        const strict = strictSpreadOf(workload, platform);
        if (strict === undefined || workload.replicas < 2) continue;
        const { least } = hardwareIn(live, name, spec.hardwareClass);
        if (least === undefined || least.nodes === 0) {
          yield notChecked(
            readingsOf(live, name).some(({ ok }) => ok)
              ? `${name} has no node of the class ${spec.hardwareClass}`
              : 'no cluster was asked for its power domains',
          );
          continue;
        }
        yield* judge({
          place: `${spec.hardwareClass} in ${name}`,
          path: `deploy/overlays/${name}`,
          environment: name,
          workload: `${workload.kind} ${workload.name}`,
          replicas: workload.replicas,
          domains: least.domains.length,
          strict,
        });
      }
    }
  },
};

function* judge(spread: {
  place: string;
  path: string;
  environment: string;
  workload: string;
  replicas: number;
  domains: number;
  strict: unknown;
}): Iterable<Outcome> {
  const { place, path, workload, replicas, domains, strict } = spread;
  const skew = Number(at(strict, 'maxSkew') ?? 1);
  const least = Number(at(strict, 'minDomains') ?? 1);
  const words = { path, environments: [spread.environment] };
  const found = `${place} has ${domains === 0 ? 'none' : `only ${domains}`}`;
  // Below minDomains an empty domain is counted, so that each of the others takes no more than the skew.
  if (domains < least && replicas > domains * skew) {
    yield error({
      ...words,
      message: `${workload} spreads ${replicas} pods strictly over at least ${least} power ${
        least === 1 ? 'domain' : 'domains'
      }, and ${found}: ${replicas - domains * skew} of them stay pending.`,
      fix: 'Ask the platform team to label the nodes with their power domains, or use ScheduleAnyway in this overlay.',
    });
  } else if (domains < 2) {
    yield warning({
      ...words,
      message: `${workload} is to be spread over power domains, and ${found}: all ${replicas} pods go down with it.`,
      fix: 'Choose a hardware class with machines in two power domains, or accept it.',
    });
  }
}
