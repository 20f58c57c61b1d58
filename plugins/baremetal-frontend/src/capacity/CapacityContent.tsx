import type { ServiceCapacity } from '@baremetal/backstage-plugin-baremetal-common';
import { type EntityQuestion, useEntityView } from '../api/useEntityView';
import { FourStates } from '../ui/FourStates';
import { Page } from '../ui/Page';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { CapacityView } from './CapacityView';

const CONCEPTS = ['capacity', 'delivery'] as const;
const SHAPE = [56, 420, 260];

const ask: EntityQuestion<ServiceCapacity> = (api, entity, options) =>
  api.getCapacity(entity, options);

/** How many more pods of this service fit, now and after a loss. */
export function CapacityContent() {
  const t = useT();
  const fresh = useEntityView(ask, CONCEPTS);
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
