import type {
  FitAnswer,
  StorageClassFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { formatBytes } from '../../ui/formatAmount';
import { Fact } from '../../ui/Status';
import { useT } from '../../ui/useT';
import { storageFit } from './storageFit';
import styles from '../Fields.module.css';

/** How many copies the class asks for, over which power domains they can lie, and how large a claim may be. */
export function CopiesPicture(props: {
  environment: string;
  storageClass: StorageClassFacts | undefined;
  live: FitAnswer | undefined;
}) {
  const t = useT();
  const { environment, storageClass, live } = props;
  if (!storageClass) return <span />;
  const { copies } = storageClass;
  const answer = storageFit(live, environment, storageClass.name);
  if (!answer.known) {
    return (
      <Fact
        tone="unknown"
        small
        detail={
          answer.why &&
          t('create.data.notAsked', { environment, why: answer.why })
        }
      >
        {t('create.data.domainsUnknown', { copies })}
      </Fact>
    );
  }
  const { largestClaimBytes } = answer.fit;
  const domains = [...answer.fit.domains].sort();
  const short = domains.length < copies;
  return (
    <div className={styles.copies}>
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
                className={i < copies ? styles.copy : styles.noCopy}
              />
            </svg>
            {domain}
          </span>
        ))}
      </div>
      <Fact tone={short ? 'bad' : 'ok'} small>
        {short
          ? t('create.data.tooFewDomains', { copies, domains: domains.length })
          : t('create.data.enoughDomains', { copies })}
      </Fact>
      <span className={styles.hint}>
        {largestClaimBytes === undefined
          ? t('create.data.largestUnknown')
          : t('create.data.largest', { size: formatBytes(largestClaimBytes) })}
      </span>
    </div>
  );
}
