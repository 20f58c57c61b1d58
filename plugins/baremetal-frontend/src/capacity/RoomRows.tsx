import { Fragment, type CSSProperties } from 'react';
import type {
  CapacityDetail,
  RoomRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../ui/Mono';
import { TONE_ICONS, TONE_INK } from '../ui/tones';
import { useT } from '../ui/useT';
import { domainWidths, squaresOf } from './cells';
import styles from './RoomPanel.module.css';

/** Now, any node dies, the worst domain goes: the number first, the squares beside it. */
export function RoomRows(props: {
  environment: string;
  detail: CapacityDetail;
  perSquare: number;
}) {
  const t = useT();
  const { environment, detail, perSquare } = props;
  const widths = domainWidths(detail, perSquare);
  const domains = Object.keys(widths);
  // A square and its gap are 14 px; a domain without room still needs its name.
  const columns = domains
    .map(name => `minmax(64px, ${Math.max(64, (widths[name] ?? 1) * 14)}px)`)
    .join(' ');
  return (
    <div
      className={styles.rows}
      style={{ '--bm-domains': columns } as CSSProperties}
    >
      <span />
      <span className={styles.fitsHead}>{t('capacity.room.fits')}</span>
      <div className={styles.field} aria-hidden>
        {domains.map(name => (
          <Label key={name}>{name}</Label>
        ))}
      </div>
      {detail.rows.map(row => (
        <Fragment key={row.case}>
          <Case row={row} />
          <Fits row={row} />
          <Field
            environment={environment}
            row={row}
            domains={domains}
            perSquare={perSquare}
          />
        </Fragment>
      ))}
    </div>
  );
}

function Case(props: { row: RoomRow }) {
  const t = useT();
  const { row } = props;
  const { worst, note } = row;
  // The note may name the worst one itself.
  const named =
    worst === undefined || note.includes(worst) || row.label.includes(worst);
  const notes = [named ? '' : t('capacity.room.worst', { worst }), note].filter(
    Boolean,
  );
  return (
    <span className={styles.case}>
      {row.label}
      {notes.length > 0 ? <small>{notes.join('; ')}</small> : null}
    </span>
  );
}

function Fits(props: { row: RoomRow }) {
  const t = useT();
  const { tone, fits } = props.row;
  const Icon = TONE_ICONS[tone];
  return (
    <span className={styles.number}>
      {tone === 'ok' ? null : (
        <Icon
          size={14}
          className={TONE_INK[tone]}
          role="img"
          aria-label={t(`tone.${tone}`)}
        />
      )}
      {fits ?? <small>{t('capacity.room.unknown')}</small>}
    </span>
  );
}

function Field(props: {
  environment: string;
  row: RoomRow;
  domains: readonly string[];
  perSquare: number;
}) {
  const t = useT();
  const { environment, row, domains, perSquare } = props;
  return (
    <div
      className={styles.field}
      role="img"
      aria-label={t('capacity.room.rowLabel', {
        environment,
        row: row.label,
        fits: String(row.fits ?? t('capacity.room.unknown')),
      })}
    >
      {domains.map(name => {
        const cells = row.domains.find(({ domain }) => domain === name);
        return (
          <div key={name} className={styles.domain}>
            {cells &&
              squaresOf(cells, perSquare).map((kind, index) => (
                <i key={index} className={`${styles.cell} ${styles[kind]}`} />
              ))}
          </div>
        );
      })}
    </div>
  );
}
