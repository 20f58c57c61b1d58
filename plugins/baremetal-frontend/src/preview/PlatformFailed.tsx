import { Button } from '@backstage/ui';
import { describeFailure } from '../ui/describeFailure';
import { Page } from '../ui/Page';
import { useT } from '../ui/useT';
import type { Platform } from './usePlatform';

/** Why nothing can be offered or proved: the platform did not say what it has. */
export function PlatformFailed(props: {
  platform: Extract<Platform, { state: 'failed' }>;
}) {
  const t = useT();
  const { error, retry } = props.platform;
  return (
    <Page form>
      <p role="alert">
        {t(`failure.${describeFailure(error).kind}`, {
          what: t('create.platform'),
        })}
      </p>
      <Button variant="secondary" onPress={retry}>
        {t('action.retry')}
      </Button>
    </Page>
  );
}
