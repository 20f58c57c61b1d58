import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { capacityMessages } from './messages/capacity';
import { createMessages } from './messages/create';
import { jobsMessages } from './messages/jobs';
import { overviewMessages } from './messages/overview';
import { promotionsMessages } from './messages/promotions';
import { rolloutsMessages } from './messages/rollouts';
import { sharedMessages } from './messages/shared';
import { storageMessages } from './messages/storage';

/**
 * Every word of this suite that does not come from the backend.
 *
 * @public
 */
export const baremetalTranslationRef = createTranslationRef({
  id: 'baremetal',
  messages: {
    ...sharedMessages,
    overview: overviewMessages,
    rollouts: rolloutsMessages,
    jobs: jobsMessages,
    storage: storageMessages,
    capacity: capacityMessages,
    promotions: promotionsMessages,
    create: createMessages,
  },
});
