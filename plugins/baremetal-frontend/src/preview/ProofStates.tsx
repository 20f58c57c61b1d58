import type { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import { Page } from '../ui/Page';
import { useT } from '../ui/useT';
import { PlatformFailed } from './PlatformFailed';
import type { Proof } from './prove';
import type { ProofState, ReadyProof } from './useLiveProof';
import styles from './ProofFrame.module.css';

/** A proof on its way: the shape of what comes, or why it does not; afterwards what was proved. */
export function ProofStates<P extends Proof<unknown>>(props: {
  state: ProofState<P>;
  children: (ready: ReadyProof<P>) => ReactNode;
}) {
  const t = useT();
  const { state } = props;
  switch (state.state) {
    case 'loading':
      return (
        <Page form>
          <div
            className={styles.columns}
            aria-busy
            aria-label={t('create.loading')}
          >
            <Skeleton height={320} />
            <Skeleton height={320} />
          </div>
        </Page>
      );
    case 'failed':
      return <PlatformFailed platform={state} />;
    case 'ready':
      return <>{props.children(state)}</>;
  }
}

/** The verdict, and below it questions on the left and the live proof beside them. */
export function ProofColumns(props: { left: ReactNode; right: ReactNode }) {
  const t = useT();
  return (
    <div className={styles.columns}>
      <div className={styles.left}>{props.left}</div>
      <aside className={styles.right} aria-label={t('create.proof.label')}>
        {props.right}
      </aside>
    </div>
  );
}
