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
import { OverviewView } from './OverviewView';

const CONCEPTS = ['delivery', 'storage', 'capacity', 'promotion'] as const;
const SHAPE = [56, 392, 120];

/** Which version runs where, how far it is on its way, and what is in between: one card over all environments. */
export function EnvironmentsCard() {
  const t = useT();
  const api = useApi(baremetalApiRef);
  const entity = useEntityKey(useEntity().entity);
  const load = useCallback(
    (signal: AbortSignal) => api.getOverview(entity, { signal }),
    [api, entity],
  );
  const fresh = useFresh(load, CONCEPTS);
  return (
    <Page>
      <FourStates
        fresh={fresh}
        what={t('overview.what')}
        shape={SHAPE}
        empty={overview =>
          overview.environments.length === 0 ? (
            <Fact tone="unknown" detail={t('overview.empty.detail')}>
              {t('overview.empty.title')}
            </Fact>
          ) : undefined
        }
      >
        {overview => <OverviewView overview={overview} entity={entity} />}
      </FourStates>
    </Page>
  );
}
