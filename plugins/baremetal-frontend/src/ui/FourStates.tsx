import type { ReactNode } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import type { Fresh } from '../api/useFresh';
import { BackendClock } from './clock';
import { describeFailure } from './describeFailure';
import { Fact } from './Status';
import { useT } from './useT';
import styles from './Problem.module.css';

export interface FourStatesProps<T> {
  readonly fresh: Fresh<T>;
  /** What is loaded, inside a sentence: "the rollouts". */
  readonly what: string;
  /** Heights of the blocks of the final shape, so that nothing jumps. */
  readonly shape: readonly number[];
  /** Why there is nothing to show and what to do, or `undefined` when there is something. */
  readonly empty?: (value: T) => ReactNode | undefined;
  readonly children: (value: T) => ReactNode;
}

/** Loading, failed, empty, ready: every card and page has these four, and ready keeps its last value through failures. */
export function FourStates<T>(props: FourStatesProps<T>) {
  const { fresh, what } = props;
  switch (fresh.state) {
    case 'loading':
      return <Loading what={what} shape={props.shape} />;
    case 'failed':
      return <Failed what={what} error={fresh.error} retry={fresh.retry} />;
    case 'ready': {
      const empty = props.empty?.(fresh.value);
      return (
        <Aged value={fresh.value} receivedAt={fresh.receivedAt}>
          {fresh.failure ? (
            <Stale error={fresh.failure} reload={fresh.reload} />
          ) : null}
          {empty === undefined ? (
            props.children(fresh.value)
          ) : (
            <div className={styles.box}>{empty}</div>
          )}
        </Aged>
      );
    }
  }
}

/** Ages below it follow the backend's clock when the answer says what that was. */
function Aged(props: {
  value: unknown;
  receivedAt: number;
  children: ReactNode;
}) {
  const { value, receivedAt, children } = props;
  const answeredAt =
    typeof value === 'object' && value !== null && 'answeredAt' in value
      ? String(value.answeredAt)
      : undefined;
  return answeredAt === undefined ? (
    <>{children}</>
  ) : (
    <BackendClock answeredAt={answeredAt} receivedAt={receivedAt}>
      {children}
    </BackendClock>
  );
}

function Loading(props: { what: string; shape: readonly number[] }) {
  const t = useT();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={t('state.loading', { what: props.what })}
      style={{ display: 'grid', gap: 16 }}
    >
      {props.shape.map((height, index) => (
        <Skeleton key={index} height={height} width="100%" />
      ))}
    </div>
  );
}

function Failed(props: { what: string; error: Error; retry: () => void }) {
  const t = useT();
  const { kind, message } = describeFailure(props.error);
  return (
    <div className={styles.box} role="alert">
      <Fact tone={kind === 'server' ? 'bad' : 'unknown'} detail={message}>
        <span className={styles.title}>
          {t(`failure.${kind}`, { what: props.what })}
        </span>
      </Fact>
      <Button
        variant="secondary"
        iconStart={<RiRefreshLine />}
        onPress={props.retry}
      >
        {t('action.retry')}
      </Button>
    </div>
  );
}

function Stale(props: { error: Error; reload: () => void }) {
  const t = useT();
  return (
    <div className={styles.stale} role="alert">
      <span>
        {t('state.stale', { why: describeFailure(props.error).message })}
      </span>
      <Button size="small" variant="secondary" onPress={props.reload}>
        {t('action.retry')}
      </Button>
    </div>
  );
}
