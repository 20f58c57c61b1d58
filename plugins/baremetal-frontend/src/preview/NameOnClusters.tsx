import { useCallback } from 'react';
import {
  asClause,
  distinct,
  listWords,
  type NamePlace,
} from '@baremetal/backstage-plugin-baremetal-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { baremetalApiRef } from '../api/BaremetalApi';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { useAboutName } from './useAboutName';

/**
 * Whether something runs already where the service would. Holds nobody: it may be an earlier try of the same service,
 * which goes on where it stopped.
 */
export function NameOnClusters(props: { name: string | undefined }) {
  const t = useT();
  const api = useApi(baremetalApiRef);
  const ask = useCallback((name: string) => api.askName(name), [api]);
  const about = useAboutName(props.name, ask);
  switch (about.state) {
    case 'open':
      return null;
    case 'failed':
      return (
        <Fact tone="unknown" small>
          {t('create.identity.useUnasked', { why: about.error.message })}
        </Fact>
      );
    case 'answered':
      return <Uses places={about.answer.places} />;
  }
}

function Uses({ places }: { places: readonly NamePlace[] }) {
  const t = useT();
  const used = places.filter(({ reading }) => isUsed(reading));
  const silent = places.filter(({ reading }) => whyUnknown(reading));
  const environments = distinct(places.map(each => each.environment));
  const unknown = environments.filter(
    name => isAmong(silent, name) && !isAmong(used, name),
  );
  const free = environments.filter(
    name => !isAmong(silent, name) && !isAmong(used, name),
  );
  return (
    <>
      {free.length > 0 ? (
        <Fact tone="ok" small>
          {t('create.identity.unused', { where: listWords(free) })}
        </Fact>
      ) : null}
      {used.length > 0 ? (
        <Fact tone="warn" small>
          {t('create.identity.inUse', {
            where: listWords(
              used.map(({ namespace, reading: { cluster } }) =>
                t('create.identity.usedPlace', { namespace, cluster }),
              ),
            ),
          })}
        </Fact>
      ) : null}
      {unknown.length > 0 ? (
        <Fact tone="unknown" small>
          {t('create.identity.useUnknown', {
            where: listWords(unknown),
            why: distinct(
              silent
                .filter(({ environment }) => unknown.includes(environment))
                .flatMap(({ reading }) => whyUnknown(reading) ?? []),
            ).join('; '),
          })}
        </Fact>
      ) : null}
    </>
  );
}

type Use = NamePlace['reading'];

/** What was there when a cluster fell silent is there still, as far as anybody knows. */
function isUsed(reading: Use): boolean {
  return reading.ok && reading.value.inUse;
}

/** Nothing seen long ago does not mean that nothing is there. */
function whyUnknown(reading: Use): string | undefined {
  if (!reading.ok) return asClause(reading.problem.message);
  return reading.lost && !reading.value.inUse
    ? asClause(reading.lost.problem.message)
    : undefined;
}

function isAmong(places: readonly NamePlace[], environment: string): boolean {
  return places.some(each => each.environment === environment);
}
