import type { SourceAge } from '@baremetal/backstage-plugin-baremetal-common';
import { ObservedAt } from '../ui/ObservedAt';
import { Fact } from '../ui/Status';
import styles from './Sources.module.css';

/** Who said it, and how long ago; a source that is silent says why. */
export function Sources(props: { sources: readonly SourceAge[] }) {
  return (
    <ul className={styles.sources}>
      {props.sources.map(source => (
        <li key={source.source}>
          {source.problem ? (
            <Fact tone="unknown" small>
              <b>{source.source}</b> {source.problem}
            </Fact>
          ) : (
            <>
              <b>{source.source}</b>{' '}
              {source.observedAt ? <ObservedAt at={source.observedAt} /> : null}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
