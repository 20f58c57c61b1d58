import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { baremetalApiRef } from '../api/BaremetalApi';
import { useEntityKey } from '../api/useEntityKey';
import { useFresh } from '../api/useFresh';
import { FourStates } from '../ui/FourStates';
import { Page } from '../ui/Page';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { RolloutsView } from './RolloutsView';

const CONCEPTS = ['delivery'] as const;
const SHAPE = [56, 88, 320, 240];

/** How a version arrives in each environment. */
export function RolloutsContent() {
  const t = useT();
  const api = useApi(baremetalApiRef);
  const entity = useEntityKey(useEntity().entity);
  const load = useCallback(
    (signal: AbortSignal) => api.getRollouts(entity, { signal }),
    [api, entity],
  );
  const fresh = useFresh(load, CONCEPTS);
  return (
    <Page>
      <FourStates
        fresh={fresh}
        what={t('rollouts.what')}
        shape={SHAPE}
        empty={rollouts =>
          rollouts.environments.length === 0 ? (
            <Fact tone="unknown" detail={t('rollouts.empty.detail')}>
              {t('rollouts.empty.title')}
            </Fact>
          ) : undefined
        }
      >
        {rollouts => <RolloutsView rollouts={rollouts} />}
      </FourStates>
    </Page>
  );
}
