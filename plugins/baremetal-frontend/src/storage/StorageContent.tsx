import type { ServiceStorage } from '@baremetal/backstage-plugin-baremetal-common';
import { type EntityQuestion, useEntityView } from '../api/useEntityView';
import { FourStates } from '../ui/FourStates';
import { Page } from '../ui/Page';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { StorageView } from './StorageView';

const CONCEPTS = ['storage'] as const;
const SHAPE = [56, 320, 240, 240];

const ask: EntityQuestion<ServiceStorage> = (api, entity, options) =>
  api.getStorage(entity, options);

/** Whether the service's data has all its copies, and what a loss would do. */
export function StorageContent() {
  const t = useT();
  const fresh = useEntityView(ask, CONCEPTS);
  return (
    <Page>
      <FourStates
        fresh={fresh}
        what={t('storage.what')}
        shape={SHAPE}
        empty={storage =>
          keepsNothing(storage) ? (
            <Fact tone="ok" detail={t('storage.empty.detail')}>
              {t('storage.empty.title')}
            </Fact>
          ) : undefined
        }
      >
        {storage => <StorageView storage={storage} />}
      </FourStates>
    </Page>
  );
}

/** Every cluster was read and none has a volume; one that could not be read may have some. */
function keepsNothing(storage: ServiceStorage): boolean {
  return storage.environments.every(
    ({ reading }) =>
      reading.ok &&
      reading.value.volumes.known &&
      reading.value.volumes.value.length === 0,
  );
}
