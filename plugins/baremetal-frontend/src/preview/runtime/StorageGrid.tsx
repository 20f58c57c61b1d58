import {
  type FitAnswer,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { useT } from '../../ui/useT';
import type { EnvironmentData } from '../formData';
import type { Proof } from '../prove';
import { StorageClassSelect } from '../StorageClassSelect';
import { CopiesPicture } from './CopiesPicture';
import {
  EnvironmentFindings,
  EnvironmentGrid,
  EnvironmentRow,
  NumberRow,
} from './EnvironmentGrid';

const GIBIBYTE = 2 ** 30;

/** Class and size of the claims in each environment, with where their copies can lie. */
export function StorageGrid(props: {
  environments: readonly EnvironmentData[];
  platform: PlatformFacts;
  live: FitAnswer | undefined;
  proof: Proof;
  onEnvironment: (name: string, patch: Partial<EnvironmentData>) => void;
}) {
  const t = useT();
  const { environments, platform, live, proof, onEnvironment } = props;
  const factsOf = (name: string | undefined) =>
    platform.storageClasses.find(facts => facts.name === name);
  return (
    <EnvironmentGrid
      label={t('create.data.storage')}
      environments={environments}
    >
      <EnvironmentRow
        label={t('create.data.class')}
        environments={environments}
      >
        {environment => (
          <>
            <StorageClassSelect
              label={t('create.runtime.inEnvironment', {
                what: t('create.data.class'),
                environment: environment.name,
              })}
              classes={platform.storageClasses}
              value={environment.storageClass}
              onChange={storageClass =>
                onEnvironment(environment.name, { storageClass })
              }
            />
            <EnvironmentFindings
              proof={proof}
              environment={environment}
              environments={environments}
              field="storageClass"
            />
          </>
        )}
      </EnvironmentRow>
      <NumberRow
        label={t('create.data.size')}
        field="size"
        environments={environments}
        proof={proof}
        least={1}
        read={({ size }) =>
          Math.round((parseQuantity(size ?? '') ?? Number.NaN) / GIBIBYTE)
        }
        write={gibibytes => ({ size: `${gibibytes}Gi` })}
        onChange={onEnvironment}
      />
      <EnvironmentRow
        label={t('create.data.copies')}
        environments={environments}
      >
        {({ name, storageClass }) => (
          <CopiesPicture
            environment={name}
            storageClass={factsOf(storageClass)}
            live={live}
          />
        )}
      </EnvironmentRow>
    </EnvironmentGrid>
  );
}
