import type { ServiceRollouts } from '@baremetal/backstage-plugin-baremetal-common';
import { type EntityQuestion, useEntityView } from '../api/useEntityView';
import { FourStates } from '../ui/FourStates';
import { Page } from '../ui/Page';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { RolloutsView } from './RolloutsView';

const CONCEPTS = ['delivery'] as const;
const SHAPE = [56, 88, 320, 240];

const ask: EntityQuestion<ServiceRollouts> = (api, entity, options) =>
  api.getRollouts(entity, options);

/** How a version arrives in each environment. */
export function RolloutsContent() {
  const t = useT();
  const fresh = useEntityView(ask, CONCEPTS);
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
