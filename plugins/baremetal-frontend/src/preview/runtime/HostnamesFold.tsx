import { TextField } from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { hostnameOf } from '@baremetal/golden-path';
import { useT } from '../../ui/useT';
import { Fold } from '../Fold';
import type { EnvironmentData } from '../formData';
import type { Proof } from '../prove';
import {
  EnvironmentFindings,
  EnvironmentGrid,
  EnvironmentRow,
} from './EnvironmentGrid';

/** Names by which callers from outside reach the service; the platform's own when nothing is answered. */
export function HostnamesFold(props: {
  service: string;
  environments: readonly EnvironmentData[];
  platform: PlatformFacts;
  proof: Proof;
  onChange: (name: string, patch: Partial<EnvironmentData>) => void;
}) {
  const t = useT();
  const { service, environments, platform, proof, onChange } = props;
  const own = environments.filter(({ hostname }) => hostname !== undefined);
  return (
    <Fold
      title={t('create.hostnames.title')}
      now={
        own.length > 0
          ? own.map(({ hostname }) => hostname).join(', ')
          : t('create.hostnames.platform')
      }
      open={own.length > 0}
    >
      <EnvironmentGrid
        label={t('create.hostnames.title')}
        environments={environments}
      >
        <EnvironmentRow
          label={t('create.hostnames.name')}
          environments={environments}
        >
          {environment => (
            <>
              <TextField
                size="small"
                aria-label={t('create.runtime.inEnvironment', {
                  what: t('create.hostnames.name'),
                  environment: environment.name,
                })}
                placeholder={hostnameOf(
                  { name: service },
                  { ...environment, hostname: undefined },
                  platform,
                )}
                value={environment.hostname ?? ''}
                onChange={hostname =>
                  onChange(environment.name, {
                    hostname: hostname || undefined,
                  })
                }
              />
              <EnvironmentFindings
                proof={proof}
                environment={environment}
                environments={environments}
                field="hostname"
              />
            </>
          )}
        </EnvironmentRow>
      </EnvironmentGrid>
    </Fold>
  );
}
