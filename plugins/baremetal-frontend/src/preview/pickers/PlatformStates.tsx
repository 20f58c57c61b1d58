import type { ReactNode } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { describeFailure } from '../../ui/describeFailure';
import { Page } from '../../ui/Page';
import { useT } from '../../ui/useT';
import { usePlatform } from '../usePlatform';

/** What the platform offers on its way to one field, or why it does not come. */
export function PlatformStates(props: {
  children: (platform: PlatformFacts) => ReactNode;
}) {
  const t = useT();
  const platform = usePlatform();
  switch (platform.state) {
    case 'loading':
      return <Skeleton height={96} />;
    case 'failed':
      return (
        <Page>
          <p role="alert">
            {t(`failure.${describeFailure(platform.error).kind}`, {
              what: t('create.platform'),
            })}
          </p>
          <Button variant="secondary" onPress={platform.retry}>
            {t('action.retry')}
          </Button>
        </Page>
      );
    case 'ready':
      return <>{props.children(platform.value)}</>;
  }
}
