import { useCallback } from 'react';
import {
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
  const used = places.filter(
    ({ reading }) => reading.ok && reading.value.inUse,
  );
  const free = places.filter(
    ({ reading }) => reading.ok && !reading.value.inUse,
  );
  const silent = places.flatMap(({ environment, reading }) =>
    reading.ok ? [] : [{ environment, why: reading.problem.message }],
  );
  const [first] = silent;
  return (
    <>
      {free.length > 0 ? (
        <Fact tone="ok" small>
          {t('create.identity.unused', { where: namesOf(free) })}
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
      {first ? (
        <Fact tone="unknown" small>
          {t('create.identity.useUnknown', {
            where: namesOf(silent),
            why: first.why,
          })}
        </Fact>
      ) : null}
    </>
  );
}

/** Each environment once, however many clusters it has. */
function namesOf(places: readonly { readonly environment: string }[]): string {
  return listWords([...new Set(places.map(each => each.environment))]);
}
