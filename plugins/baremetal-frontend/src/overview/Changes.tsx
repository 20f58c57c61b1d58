import type { CSSProperties } from 'react';
import type { ChangeEvent } from '@baremetal/backstage-plugin-baremetal-common';
import { useNow } from '../ui/clock';
import { EntityName } from '../ui/EntityName';
import { formatMoment } from '../ui/formatTime';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import styles from './Changes.module.css';

const LANE = 48;

/** What changed lately: one line each, a lane per environment. */
export function Changes(props: {
  changes: readonly ChangeEvent[];
  environments: readonly string[];
}) {
  const t = useT();
  const { changes } = props;
  const lanes = [...new Set(props.environments)];
  const width = { '--bm-lanes': `${lanes.length * LANE}px` } as CSSProperties;
  return (
    <Panel title={t('overview.changes.title')}>
      {changes.length === 0 ? (
        <Label>{t('overview.changes.none')}</Label>
      ) : (
        <div className={styles.changes} style={width}>
          <div className={styles.lanes} aria-hidden>
            {lanes.map(name => (
              <span key={name}>{name}</span>
            ))}
          </div>
          <ol>
            {changes.map((change, index) => (
              <Change
                key={`${change.at}-${change.environment}-${change.title}`}
                change={change}
                lanes={lanes}
                ends={{
                  first: index === 0,
                  last: index === changes.length - 1,
                }}
              />
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}

function Change(props: {
  change: ChangeEvent;
  lanes: readonly string[];
  ends: { first: boolean; last: boolean };
}) {
  const t = useT();
  const now = useNow();
  const { change, lanes, ends } = props;
  const lane = Math.max(0, lanes.indexOf(change.environment));
  return (
    <li className={styles.change}>
      <time dateTime={change.at}>{formatMoment(change.at, now)}</time>
      <svg
        className={styles.lane}
        role="img"
        aria-label={`${change.environment}, ${t(
          `overview.changes.kind.${change.kind}`,
        )}`}
      >
        {lanes.map((name, index) => (
          <line
            key={name}
            x1={laneAt(index)}
            x2={laneAt(index)}
            y1={ends.first ? 18 : 0}
            y2={ends.last ? 18 : '100%'}
          />
        ))}
        <circle
          className={styles[change.kind]}
          cx={laneAt(lane)}
          cy={18}
          r={5}
        />
      </svg>
      <div>
        <p>{change.title}</p>
        <Label>{change.detail}</Label>
      </div>
      <span className={styles.who}>
        <EntityName entityRef={change.who} />
      </span>
    </li>
  );
}

function laneAt(index: number): number {
  return index * LANE + LANE / 2;
}
