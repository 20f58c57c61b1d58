import type { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { PlatformFailed } from '../PlatformFailed';
import { usePlatform } from '../usePlatform';

/** What the platform offers on its way to one field, or why it does not come. */
export function PlatformStates(props: {
  children: (platform: PlatformFacts) => ReactNode;
}) {
  const platform = usePlatform();
  switch (platform.state) {
    case 'loading':
      return <Skeleton height={96} />;
    case 'failed':
      return <PlatformFailed platform={platform} />;
    case 'ready':
      return <>{props.children(platform.value)}</>;
  }
}
