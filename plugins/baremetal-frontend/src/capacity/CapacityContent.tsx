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
import { CapacityView } from './CapacityView';

const CONCEPTS = ['capacity', 'delivery'] as const;
const SHAPE = [56, 420, 260];

/** How many more pods of this service fit, now and after a loss. */
export function CapacityContent() {
  const t = useT();
  const api = useApi(baremetalApiRef);
  const entity = useEntityKey(useEntity().entity);
  const load = useCallback(
    (signal: AbortSignal) => api.getCapacity(entity, { signal }),
    [api, entity],
  );
  const fresh = useFresh(load, CONCEPTS);
  return (
    <Page>
      <FourStates
        fresh={fresh}
        what={t('capacity.what')}
        shape={SHAPE}
        empty={capacity =>
          capacity.environments.length === 0 ? (
            <Fact tone="unknown" detail={t('capacity.empty.detail')}>
              {t('capacity.empty.title')}
            </Fact>
          ) : undefined
        }
      >
        {capacity => <CapacityView capacity={capacity} />}
      </FourStates>
    </Page>
  );
}
