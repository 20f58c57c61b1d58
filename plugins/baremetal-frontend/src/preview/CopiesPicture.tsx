import type {
  FitAnswer,
  StorageClassFacts,
  StorageClassFit,
} from '@baremetal/backstage-plugin-baremetal-common';
import { formatBytes } from '../ui/formatAmount';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import styles from './Fields.module.css';

/** How many copies the class asks for, and over which power domains they can lie. */
export function CopiesPicture(props: {
  environment: string;
  storageClass: StorageClassFacts | undefined;
  live: FitAnswer | undefined;
}) {
  const t = useT();
  const { environment, storageClass, live } = props;
  if (!storageClass) return <span />;
  const fit = storageFit(live, environment, storageClass.name);
  if (!fit) {
    return (
      <Fact tone="unknown" small>
        {t('create.data.domainsUnknown', { copies: storageClass.copies })}
      </Fact>
    );
  }
  const domains = [...fit.domains].sort();
  const short = domains.length < storageClass.copies;
  return (
    <div>
      <div className={styles.domains}>
        {domains.map((domain, i) => (
          <span key={domain}>
            <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden>
              <rect
                x="3"
                y="3"
                width="18"
                height="18"
                rx="3"
                className={
                  i < storageClass.copies ? styles.copy : styles.noCopy
                }
              />
            </svg>
            {domain}
          </span>
        ))}
      </div>
      <Fact tone={short ? 'bad' : 'ok'} small>
        {short
          ? t('create.data.tooFewDomains', {
              copies: storageClass.copies,
              domains: domains.length,
            })
          : t('create.data.enoughDomains', { copies: storageClass.copies })}
      </Fact>
      {fit.largestClaimBytes === undefined ? null : (
        <span className={styles.hint}>
          {t('create.data.largest', {
            size: formatBytes(fit.largestClaimBytes),
          })}
        </span>
      )}
    </div>
  );
}

function storageFit(
  live: FitAnswer | undefined,
  environment: string,
  storageClass: string,
): StorageClassFit | undefined {
  const reading = live?.environments.find(
    entry => entry.environment === environment,
  )?.reading;
  return reading?.ok
    ? reading.value.storageClasses.find(({ name }) => name === storageClass)
    : undefined;
}
