import type { ServiceCapacity } from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../ui/Mono';
import { useT } from '../ui/useT';
import { Verdict } from '../ui/Verdict';
import { CanaryPanel } from './CanaryPanel';
import { ProtectionPanel } from './ProtectionPanel';
import { RoomPanel } from './RoomPanel';
import styles from './CapacityView.module.css';

/** The capacity tab, drawn. */
export function CapacityView(props: { capacity: ServiceCapacity }) {
  const t = useT();
  const { capacity } = props;
  const known = capacity.environments.flatMap(
    ({ environment, cluster, reading }) =>
      reading.ok && reading.value
        ? [{ environment, cluster, detail: reading.value }]
        : [],
  );
  const withCanary = known.filter(
    ({ detail }) => detail.canarySteps.length > 0,
  );
  return (
    <>
      <Verdict
        verdict={capacity.verdict}
        simulated={capacity.simulated}
        meta={
          <Label>
            {t('capacity.computed', {
              ms:
                capacity.computedInMs < 1
                  ? '< 1'
                  : String(Math.round(capacity.computedInMs)),
            })}
          </Label>
        }
      />
      <RoomPanel columns={capacity.environments} name={capacity.service.name} />
      {withCanary.length > 0 ? (
        <div className={styles.grid}>
          {withCanary.map(({ environment, cluster, detail }) => (
            <CanaryPanel
              key={cluster}
              environment={environment}
              steps={detail.canarySteps}
            />
          ))}
        </div>
      ) : null}
      {known.length > 0 ? <ProtectionPanel known={known} /> : null}
    </>
  );
}
