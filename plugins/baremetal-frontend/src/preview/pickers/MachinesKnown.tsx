import {
  type FitAnswer,
  listWords,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Fact } from '../../ui/Status';
import { useT } from '../../ui/useT';
import { machinesIn } from '../machines';

/** Where nobody can say yet what the chosen class has: no machine, a silent cluster, or nobody was asked. */
export function MachinesKnown(props: {
  hardwareClass: string;
  environments: readonly string[];
  live: FitAnswer | undefined;
  failure: Error | undefined;
}) {
  const t = useT();
  const { hardwareClass, environments, live, failure } = props;
  if (failure) {
    return (
      <Fact tone="unknown" small>
        {t('create.pickers.notAsked', { why: failure.message })}
      </Fact>
    );
  }
  const places = environments.map(environment => ({
    environment,
    machines: machinesIn(live, environment, hardwareClass),
  }));
  const none = places.filter(({ machines }) => machines.state === 'none');
  return (
    <>
      {hardwareClass !== '' && none.length > 0 ? (
        <Fact tone="wait" small>
          {t('create.pickers.noMachines', {
            name: hardwareClass,
            where: listWords(none.map(({ environment }) => environment)),
          })}
        </Fact>
      ) : null}
      {places.map(({ environment, machines }) =>
        machines.state === 'unknown' && machines.why ? (
          <Fact key={environment} tone="unknown" small>
            {t('create.data.notAsked', { environment, why: machines.why })}
          </Fact>
        ) : null,
      )}
    </>
  );
}
